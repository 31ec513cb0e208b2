"""Sets to test with, small and quick."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import chirpmill

#: Two draws of seven are rejected.
SETTINGS: dict[str, Any] = {
    "domain": {"type": "UniformFrequencyDomain", "f_min": 16.0, "f_max": 64.0, "delta_f": 0.5},
    "waveform_generator": {"approximant": "IMRPhenomD", "f_ref": 16.0},
    "intrinsic_prior": {
        "mass_1": "Uniform(minimum=12.0, maximum=75.0)",
        "mass_2": "Uniform(minimum=12.0, maximum=75.0)",
        "chi_1": "Uniform(minimum=0.5, maximum=1.2)",
        "chi_2": 0.1,
        "theta_jn": "Sine()",
        "phase": 0.3,
        "luminosity_distance": 500.0,
    },
    "num_samples": 40,
}
BINS = 129
#: Of a waveform by itself.
PARAMETERS: dict[str, float] = {
    "mass_1": 41.0, "mass_2": 33.0, "chi_1": 0.1 + 0.2, "chi_2": -0.2, "theta_jn": 0.6, "phase": 1.1,
    "luminosity_distance": 450.0,
}


def waveforms(settings: Any = None, **choices: Any) -> chirpmill.Waveforms:
    """The set, or that of other settings."""
    return chirpmill.Waveforms(settings or SETTINGS, **{"quiet": True, "backend": "scalar", "threads": 2, **choices})


def wait_until(holds: Callable[[], bool]) -> bool:
    """Whether something comes about within ten seconds."""
    end = time.monotonic() + 10
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def folder_of(some: chirpmill.Waveforms) -> Path:
    """What its server has in shared memory."""
    return Path(some.address).parent
