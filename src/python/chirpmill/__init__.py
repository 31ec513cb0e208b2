"""Gravitational waveforms for training, made while they are asked for: a virtual dataset over ``chirpmill serve``.

``chirpmill.torch`` has streams of batches for PyTorch, ``chirpmill.dingo`` a dataset for dingo-gw's training; everything
else needs numpy alone.
"""

from .errors import ChirpmillError, ServerError, SettingsError
from .waveforms import Domain, SvdBasis, Waveforms

__all__ = ["ChirpmillError", "Domain", "ServerError", "SettingsError", "SvdBasis", "Waveforms"]
