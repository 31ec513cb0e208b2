"""The messages between a client and ``chirpmill serve``: docs/feed.md of Chirpmill says what they mean.

All numbers are little-endian. A message is its length as 32 bits, a byte that says its kind, and what belongs to it.
"""

from __future__ import annotations

import struct

import numpy as np

VERSION = 1

WELCOME = 65
DONE = 66
REFUSED = 67
FAREWELL = 68

#: Whose fault a refusal is, by the number in the message.
FAULTS = ("request", "settings", "server")

_MAGIC = b"CHIRPMLL"
_HELLO = 1
_RANGE = 2
_LIST = 3

LENGTH = struct.Struct("<I")
ANSWER = struct.Struct("<QI")


def hello(slots: int, rows: int) -> bytes:
    """The first message: a client wants memory of so many slots of so many rows each."""
    return _message(_HELLO, _MAGIC + struct.pack("<III", VERSION, slots, rows))


def row_range(question: int, slot: int, first: int, count: int) -> bytes:
    """Asks for rows ``first`` to ``first + count - 1`` in a slot."""
    return _message(_RANGE, struct.pack("<QIqI", question, slot, first, count))


def row_list(question: int, slot: int, rows: np.ndarray) -> bytes:
    """Asks for some rows in a slot, in this order; ``rows`` are 64-bit integers."""
    return _message(_LIST, ANSWER.pack(question, slot) + rows.astype("<i8", copy=False).tobytes())


def _message(kind: int, body: bytes) -> bytes:
    return LENGTH.pack(1 + len(body)) + bytes([kind]) + body
