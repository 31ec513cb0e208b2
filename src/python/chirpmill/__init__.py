"""Gravitational waveforms for training, as files or made while they are asked for.

``Waveforms`` is a virtual dataset over ``chirpmill serve``; ``generate`` writes a dataset, ``plan`` says what one would
cost, and ``waveform`` makes a single waveform. ``chirpmill.torch`` has streams of batches for PyTorch,
``chirpmill.dingo`` a dataset for dingo-gw's training; everything else needs numpy alone.
"""

from .errors import ChirpmillError, RunError, ServerError, SettingsError
from .runs import generate, plan, waveform
from .waveforms import Domain, SvdBasis, Waveforms

__all__ = ["ChirpmillError", "Domain", "RunError", "ServerError", "SettingsError", "SvdBasis", "Waveforms", "generate",
           "plan", "waveform"]
