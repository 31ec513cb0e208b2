"""The command ``chirpmill`` of a wheel."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from .launcher import BUNDLED


def main() -> NoReturn:
    """Becomes the launcher that the wheel carries."""
    try:
        os.execv(BUNDLED, [str(BUNDLED), *sys.argv[1:]])
    except OSError as absent:
        sys.exit(f"chirpmill: {BUNDLED} cannot be run: {absent.strerror}. Install the wheel for this platform.")
