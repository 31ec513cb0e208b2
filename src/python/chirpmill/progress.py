"""How far a run is, as a bar where tqdm is installed."""

from __future__ import annotations

import re
from typing import Any

#: Such as "1,000 of 2,000 waveforms to train on (50 %), 687/s, 1.5 s left".
_LINE = re.compile(r"([\d,]+) of ([\d,]+) (waveforms[ \w]*?) \(")


class Progress:
    """A bar for each step of a run, moved by the lines in which the run tells how far it is."""

    def __init__(self) -> None:
        self._bar: Any = None

    def takes(self, line: str) -> bool:
        """Whether the line is shown as a bar; where there is no tqdm, or it says something else, it is not."""
        told = _LINE.match(line)
        if told is None:
            # What is said next goes below a bar that stands.
            self.close()
            return False
        done, total = (int(number.replace(",", "")) for number in told.group(1, 2))
        return self._show(done, total, told[3])

    def _show(self, done: int, total: int, step: str) -> bool:
        try:
            from tqdm.auto import tqdm
        except ImportError:
            return False
        if self._bar is None:
            self._bar = tqdm(total=total, unit=" waveforms", desc=step)
        self._bar.update(done - self._bar.n)
        return True

    def close(self) -> None:
        """Ends the bar, if one stands."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
