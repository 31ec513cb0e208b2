"""Streams of fresh waveforms for PyTorch. Nothing else of this package needs torch."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from typing import Any

import torch
from torch.utils.data import IterableDataset, get_worker_info

from .connection import Connection, Rows, Ticket, Tidings
from .waveforms import Waveforms

#: Slots beside those on their way: one in the consumer's hands, and one that it has not let go of yet.
_IN_HAND = 2


class WaveformStream(IterableDataset):
    """Batches of rows that nobody has seen before, made while the network trains.

    A batch is ``{"rows": (B,) int64, "parameters": {name: (B,) float64}, "waveform": {"h_plus": (B, n) complex64,
    "h_cross": (B, n) complex64}}``, complex128 in double precision; n is the number of bins or coefficients. The next
    ones are made meanwhile. Batch k of the stream has rows ``start_row + k * batch_size`` and on; rank r of
    ``world_size`` has batches r, r + world_size, ..., and all ranks have as many.

    Take it as it is, or with a ``DataLoader(stream, batch_size=None, num_workers=n, pin_memory=True)``: the batches and
    their order are the same for any n. No worker is needed to make batches ahead, which the server does.

    ``state_dict`` is the row that follows the last batch, and good for any number of ranks and any batch size. Where a
    ``DataLoader`` has workers, only they know what was taken, and the batch tells: ``state_dict(after=batch)``.
    """

    def __init__(
        self,
        waveforms: Waveforms,
        batch_size: int,
        *,
        start_row: int = 0,
        rank: int = 0,
        world_size: int = 1,
        prefetch: int = 2,
        batches: int | None = None,
        copy: bool = False,
    ):
        """A stream of the rows of ``waveforms``.

        :param waveforms: what is streamed; ranks on one machine may share its server by ``Waveforms(server=address)``
        :param batch_size: rows a batch
        :param start_row: the first row of rank 0's first batch
        :param rank: which of ``world_size`` processes that train together this is
        :param world_size: how many there are
        :param prefetch: batches that are made ahead
        :param batches: how many an iteration has at most (an epoch); the next iteration goes on with the next rows
        :param copy: whether batches are to lie in memory of their own; else in shared memory while they are in use, if
            at most two are at once
        """
        super().__init__()
        for name, value, least in (("batch_size", batch_size, 1), ("start_row", start_row, 0), ("rank", rank, 0),
                                   ("world_size", world_size, rank + 1), ("prefetch", prefetch, 1)):
            if value < least:
                raise ValueError(f"{name} is {value} but must be at least {least}")
        self._waveforms = waveforms
        self._batch_size = batch_size
        self._rank = rank
        self._world_size = world_size
        self._prefetch = prefetch
        self._batches = batches
        self._copy = copy
        self._row = start_row
        self._tidings = Tidings()
        self.waiting_seconds = 0.0
        """How long consumers have waited for batches, s: training time that waveforms cost."""

    @property
    def row(self) -> int:
        """The first row that no rank has had by the batches of this process."""
        return self._row

    @property
    def rejected(self) -> int:
        """How many draws were replaced by others in the batches that this process has made."""
        return self._tidings.rejected

    @property
    def remarks(self) -> dict[str, int]:
        """What was remarked on how many of these rows, such as fallbacks of a model."""
        return dict(self._tidings.remarks)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        worker = get_worker_info()
        first, step = (0, 1) if worker is None else (worker.id, worker.num_workers)
        begin = self._row
        rounds = self._rounds(begin)
        connection = self._waveforms.connect(
            self._prefetch + _IN_HAND, self._batch_size, self._prefetch, self._tidings)
        try:
            ahead: deque[tuple[int, range, Ticket]] = deque()
            for turn in range(first, rounds, step):
                rows = self._rows(begin, turn)
                ahead.append((turn, rows, connection.ask(rows)))
                if len(ahead) > self._prefetch:
                    yield self._next(connection, begin, ahead)
            while ahead:
                yield self._next(connection, begin, ahead)
        finally:
            connection.close()

    def _rounds(self, begin: int) -> int:
        """How many batches each rank has from that row on."""
        there = (len(self._waveforms) - begin) // (self._batch_size * self._world_size)
        return there if self._batches is None else min(there, self._batches)

    def _rows(self, begin: int, turn: int) -> range:
        first = begin + (turn * self._world_size + self._rank) * self._batch_size
        return range(first, first + self._batch_size)

    def _next(self, connection: Connection, begin: int, ahead: deque[tuple[int, range, Ticket]]) -> dict[str, Any]:
        turn, rows, ticket = ahead.popleft()
        began = time.perf_counter()
        made = connection.wait(ticket, self._copy)
        self.waiting_seconds += time.perf_counter() - began
        self._row = begin + (turn + 1) * self._world_size * self._batch_size
        return self._tensors(rows, made)

    def _tensors(self, rows: range, made: Rows) -> dict[str, Any]:
        batch = self._waveforms.named(made)
        return {
            "rows": torch.arange(rows.start, rows.stop),
            **{part: {name: torch.from_numpy(array) for name, array in arrays.items()}
               for part, arrays in batch.items()},
        }

    def state_dict(self, after: dict[str, Any] | None = None) -> dict[str, int]:
        """What :meth:`load_state_dict` goes on from: the first row that no rank has had.

        :param after: the last batch that was taken, where a ``DataLoader`` with workers takes them
        """
        row = self._row if after is None else self._row_after(int(after["rows"][0]))
        return {"row": row, "seed": self._waveforms.seed}

    def _row_after(self, first: int) -> int:
        return first + (self._world_size - self._rank) * self._batch_size

    def load_state_dict(self, state: dict[str, int]) -> None:
        """Goes on where another stream of the same settings and seed was."""
        seed = self._waveforms.seed
        if state["seed"] != seed:
            raise ValueError(f"the state is of seed {state['seed']}, these waveforms are of seed {seed}")
        self._row = state["row"]
