"""A client of a server: questions go over its socket, rows come in memory that both map."""

from __future__ import annotations

import json
import mmap
import os
import socket
import weakref
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from . import protocol
from .errors import ChirpmillError, ServerError, SettingsError

#: Connections of this process. A fork of it must let go of their sockets, which are its parent's.
_open: weakref.WeakSet[Connection] = weakref.WeakSet()


@dataclass
class Rows:
    """Some rows: ``parameters`` (n, parameters) float64, ``h_plus`` and ``h_cross`` (n, columns) complex."""

    parameters: np.ndarray
    h_plus: np.ndarray
    h_cross: np.ndarray

    def copy(self) -> Rows:
        """The same in memory of their own."""
        return Rows(self.parameters.copy(), self.h_plus.copy(), self.h_cross.copy())

    def fill(self, begin: int, part: Rows) -> None:
        """Takes over a part of them."""
        end = begin + len(part.parameters)
        self.parameters[begin:end] = part.parameters
        self.h_plus[begin:end] = part.h_plus
        self.h_cross[begin:end] = part.h_cross


@dataclass
class Tidings:
    """What there is to tell of rows beside their numbers, summed up.

    :ivar rejected: how many draws were replaced by others
    :ivar remarks: how many rows by remark, such as fallbacks of a model
    """

    rejected: int = 0
    remarks: Counter[str] = field(default_factory=Counter)


@dataclass
class _Part:
    """A question: rows of a ticket that fit one slot."""

    begin: int
    rows: range | np.ndarray
    slot: int = -1


@dataclass
class Ticket:
    """Rows that were asked for and are on their way."""

    count: int
    unsent: deque[_Part]
    is_whole: bool
    unanswered: int = 0
    rows: Rows | None = None
    done: _Part | None = None
    failures: list[ChirpmillError] = field(default_factory=list)


class _Lease:
    """A slot in the hands of whoever has arrays of it; the slot is free again when the last of them is gone."""

    def __init__(self, slot: int, free: deque[int], memory: mmap.mmap):
        self._memory = memory
        weakref.finalize(self, free.append, slot).atexit = False


class _Array:
    """Part of a lease, as numpy takes it for an array that keeps the lease alive."""

    def __init__(self, lease: _Lease, address: int, dtype: np.dtype, shape: tuple[int, int]):
        self._lease = lease
        self.__array_interface__ = {
            "version": 3, "typestr": dtype.str, "shape": shape, "data": (address, False)}


class Connection:
    """One client. For one thread of one process at a time."""

    def __init__(self, address: str, slots: int, rows: int, reserved: int, tidings: Tidings,
                 explain: Callable[[], ChirpmillError | None]):
        """Connects and is given memory.

        :param address: the server's socket
        :param slots: how many questions may be on their way or in the caller's hands at once
        :param rows: how many rows a slot is to hold, 0 for what takes 16 MiB; where memory is short it holds fewer
        :param reserved: how many slots are never left in the caller's hands, at least 1
        :param tidings: to which what is told of rows is added
        :param explain: what is known of a server that has gone, if anything
        """
        self.pid = os.getpid()
        self._explain = explain
        self._address = address
        self._questions = 0
        self._tickets: deque[Ticket] = deque()
        self._asked: dict[int, tuple[Ticket, _Part]] = {}
        self._failure: ChirpmillError | None = None
        self._tidings = tidings
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        _open.add(self)
        try:
            self._socket.connect(address)
            self._socket.sendall(protocol.hello(slots, rows))
        except OSError as gone:
            raise self._lost(gone) from gone
        kind, body = self._message()
        if kind != protocol.WELCOME:
            raise ServerError(f"the server at {address} does not greet but sends a message of kind {kind}.")
        self.set: dict[str, Any] = json.loads(body)
        self.rows_per_slot: int = self.set["rows_per_slot"]
        self._complex = np.dtype("<c8" if self.set["precision"] == "single" else "<c16")
        self._map()
        slots = self.set["slots"]
        self._free: deque[int] = deque(range(slots))
        self._most_leases = slots - reserved
        self._leases: weakref.WeakSet[_Lease] = weakref.WeakSet()

    def _map(self) -> None:
        with open(self.set["memory"], "r+b") as file:
            self._memory = mmap.mmap(file.fileno(), self.set["slots"] * self.set["slot_bytes"])
        self._begin = np.frombuffer(self._memory, dtype=np.uint8).ctypes.data

    def ask(self, rows: range | Sequence[int] | np.ndarray) -> Ticket:
        """Asks for rows, of which there may be more than a slot holds."""
        chosen = rows if isinstance(rows, range) and rows.step == 1 else np.asarray(rows, dtype="<i8")
        parts = deque(_Part(begin, chosen[begin:begin + self.rows_per_slot])
                      for begin in range(0, len(chosen), self.rows_per_slot))
        ticket = Ticket(len(chosen), parts, is_whole=len(parts) == 1, unanswered=len(parts))
        if not ticket.is_whole:
            ticket.rows = self._empty(ticket.count)
        self._tickets.append(ticket)
        self._send()
        return ticket

    def wait(self, ticket: Ticket, copy: bool) -> Rows:
        """The rows of a ticket, once.

        :param copy: whether they are to lie in memory of their own; else they lie in shared memory where slots allow it
        """
        while ticket.unanswered:
            self._send()
            self._receive()
        self._send()
        if ticket.failures:
            if ticket.done is not None:
                self._free.append(ticket.done.slot)
            raise ticket.failures[0]
        if ticket.done is None:
            assert ticket.rows is not None
            return ticket.rows
        return self._taken(ticket.done, copy or len(self._leases) >= self._most_leases)

    def _taken(self, part: _Part, copy: bool) -> Rows:
        lease = _Lease(part.slot, self._free, self._memory)
        rows = self._view(part, lease)
        if copy:
            return rows.copy()
        self._leases.add(lease)
        return rows

    def _view(self, part: _Part, lease: _Lease) -> Rows:
        count = len(part.rows)
        begin = self._begin + part.slot * self.set["slot_bytes"]
        columns = self.set["columns"]

        def array(offset: int, dtype: np.dtype, width: int) -> np.ndarray:
            return np.asarray(_Array(lease, begin + offset, dtype, (count, width)))

        return Rows(array(0, np.dtype("<f8"), len(self.set["parameters"])),
                    array(self.set["h_plus_offset"], self._complex, columns),
                    array(self.set["h_cross_offset"], self._complex, columns))

    def _empty(self, count: int) -> Rows:
        return Rows(np.empty((count, len(self.set["parameters"]))),
                    np.empty((count, self.set["columns"]), dtype=self._complex),
                    np.empty((count, self.set["columns"]), dtype=self._complex))

    def _send(self) -> None:
        """Sends what is to be sent, oldest tickets first, as far as there are slots."""
        while self._tickets and self._free:
            ticket = self._tickets[0]
            if not ticket.unsent:
                self._tickets.popleft()
                continue
            part = ticket.unsent.popleft()
            # The slot that came back last, of which some cache may still hold a part.
            part.slot = self._free.pop()
            self._questions += 1
            self._asked[self._questions] = (ticket, part)
            rows = part.rows
            self._write(protocol.row_range(self._questions, part.slot, rows.start, len(rows))
                        if isinstance(rows, range) else protocol.row_list(self._questions, part.slot, rows))

    def _receive(self) -> None:
        kind, body = self._message()
        question, slot = protocol.ANSWER.unpack_from(body)
        text = body[protocol.ANSWER.size:]
        ticket, part = self._asked.pop(question)
        ticket.unanswered -= 1
        if kind == protocol.REFUSED:
            ticket.failures.append(_refusal(text))
            self._free.append(slot)
            return
        if text:
            self._note(json.loads(text))
        if ticket.is_whole:
            ticket.done = part
        else:
            assert ticket.rows is not None
            ticket.rows.fill(part.begin, self._taken(part, copy=False))

    def _note(self, told: dict[str, Any]) -> None:
        self._tidings.rejected += told["rejected"]
        self._tidings.remarks.update(told["remarks"])

    def _message(self) -> tuple[int, bytes]:
        (length,) = protocol.LENGTH.unpack(self._read(protocol.LENGTH.size))
        message = self._read(length)
        kind, body = message[0], message[1:]
        if kind == protocol.FAREWELL:
            self._socket.close()
            self._failure = ServerError(body.decode())
            raise self._failure
        return kind, body

    def _read(self, count: int) -> bytes:
        self._require_good()
        pieces = bytearray()
        while len(pieces) < count:
            try:
                piece = self._socket.recv(count - len(pieces))
            except OSError as gone:
                raise self._lost(gone) from gone
            if not piece:
                raise self._lost(None)
            pieces += piece
        return bytes(pieces)

    def _write(self, message: bytes) -> None:
        self._require_good()
        try:
            self._socket.sendall(message)
        except OSError as gone:
            raise self._lost(gone) from gone

    def _require_good(self) -> None:
        if self._failure is not None:
            raise self._failure

    def _lost(self, cause: OSError | None) -> ChirpmillError:
        self._socket.close()
        reason = f" ({cause.strerror})" if cause is not None else ""
        self._failure = self._explain() or ServerError(f"the server at {self._address} has gone{reason}.")
        return self._failure

    def close(self) -> None:
        """Lets the server free the memory; arrays of it that are still in use stay good."""
        self._failure = self._failure or ServerError("the connection is closed.")
        self._socket.close()


def _refusal(text: bytes) -> ChirpmillError:
    fault, sentence = protocol.FAULTS[text[0]], text[1:].decode()
    return SettingsError(sentence) if fault == "settings" else ServerError(sentence)


def _forget_all_in_child() -> None:
    for connection in _open:
        connection.close()


os.register_at_fork(after_in_child=_forget_all_in_child)
