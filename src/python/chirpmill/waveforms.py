"""A set of waveforms that does not exist: its rows are made when they are asked for."""

from __future__ import annotations

import ast
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, overload

import numpy as np

from .connection import Connection, Rows, Tidings
from .errors import ChirpmillError
from .launcher import Server, options

#: Slots of a connection that answers one question after another: up to three results lie in shared memory at once.
_SLOTS = 4


@dataclass(frozen=True)
class Domain:
    """The frequencies of a set.

    :ivar settings: as the settings file has them
    :ivar frequencies: of the bins, Hz, (bins,) float64
    :ivar first_bin: bins before this one hold zero in every waveform
    """

    settings: dict[str, Any]
    frequencies: np.ndarray
    first_bin: int

    def __len__(self) -> int:
        return len(self.frequencies)


@dataclass(frozen=True)
class SvdBasis:
    """The basis in which rows c are coefficients: of bins they are ``c @ V.conj().T``, whitened where the set is.

    :ivar V: (bins, size) complex128, read-only
    :ivar s: singular values, (size,) float64
    """

    V: np.ndarray
    s: np.ndarray


class Waveforms:
    """The rows of a dataset, made as they are asked for by ``chirpmill serve``.

    Row i is the same bytes as in the file that ``chirpmill generate`` makes of the same settings and seed, in whatever
    order and by however many processes it is asked for.

    ``w[i]`` is ``{"parameters": {name: float}, "waveform": {"h_plus": (n,) complex, "h_cross": (n,) complex}}``, as
    dingo-gw's ``WaveformDataset`` has it; n is the number of frequency bins, or of coefficients where the settings ask
    for an SVD basis. ``w[[3, 1, 4]]`` and ``w[a:b]`` give the same of several rows, with arrays of shape (rows,) and
    (rows, n). Parameters are float64 and in bilby's units, polarizations complex64 (complex128 in double precision) in
    strain/Hz unless they are whitened.

    May be shared by threads and by forks, and sent to other processes of this machine (pickled), such as the workers of
    a ``DataLoader``: each gets a connection of its own to the one server.
    """

    def __init__(
        self,
        settings: str | os.PathLike[str] | Mapping[str, Any] | None = None,
        seed: int | None = None,
        num_samples: int = 2**40,
        *,
        prior: str | os.PathLike[str] | None = None,
        precision: str = "single",
        accuracy: str | None = None,
        sampling: float | str | None = None,
        backend: str | None = None,
        threads: int | None = None,
        allow_unknown_keys: bool = False,
        folder: str | os.PathLike[str] | None = None,
        server: str | os.PathLike[str] | None = None,
        rows_per_slot: int = 0,
        copy: bool = False,
        quiet: bool = False,
    ):
        """Starts a server, or takes a running one, and asks it what it serves.

        :param settings: a settings file as ``chirpmill generate`` takes it, or what one would hold; files that the
            latter names must have absolute paths
        :param seed: decides the rows; else the settings' ``seed``, else 0
        :param num_samples: the length: rows 0 to ``num_samples - 1`` can be had
        :param prior: a .prior file in place of the settings' prior
        :param precision: "single" or "double"
        :param accuracy: "exact" or "fast(X)", in place of the settings'
        :param sampling: how much worse coefficients from a few bins may be, or "off", in place of the settings'
        :param backend: who evaluates; else the best that runs here
        :param threads: workers of the server; else one for each core
        :param allow_unknown_keys: whether settings may hold keys that nobody knows
        :param folder: where shared memory lies; else /dev/shm
        :param server: the socket of a running ``chirpmill serve``, in place of all of the above but ``num_samples``
        :param rows_per_slot: how many rows come in shared memory at once; else as many as take 16 MiB, and more are put
            together from several questions
        :param copy: whether all arrays are to lie in memory of their own; else several rows come in shared memory as
            far as there is some, and stay there while an array of them is in use
        :param quiet: whether to keep back what the server says while it starts
        :raises SettingsError: where settings cannot be used, with a sentence that names key, file and line
        :raises ServerError: where there is no server
        """
        if (settings is None) == (server is None):
            raise TypeError("Waveforms needs either settings or the socket of a server")
        if num_samples < 1:
            raise ValueError(f"num_samples is {num_samples} but must be at least 1")
        if rows_per_slot < 0:
            raise ValueError(f"rows_per_slot is {rows_per_slot} but must be at least 0")
        self._copy = copy
        self._rows_per_slot = rows_per_slot
        self._length = num_samples
        self._tidings = Tidings()
        self._lock = threading.Lock()
        self._connection: Connection | None = None
        self._server: Server | None = None
        if server is not None:
            self._address = os.fspath(server)
        else:
            assert settings is not None
            chosen = options(
                seed=seed, prior=prior, precision=precision, accuracy=accuracy, sampling=sampling, backend=backend,
                threads=threads, folder=folder, allow_unknown_keys=allow_unknown_keys)
            self._server = Server(settings, chosen, quiet)
            self._address = self._server.socket
        self._set = self._connected().set

    @property
    def parameters(self) -> tuple[str, ...]:
        """Names of the parameters, in the order of their columns."""
        return tuple(self._set["parameters"])

    @property
    def columns(self) -> int:
        """Complex numbers of one polarization of one row: bins, or coefficients."""
        return self._set["columns"]

    @cached_property
    def settings(self) -> dict[str, Any]:
        """The settings as a dataset of ``len(self)`` rows would keep them: dingo-gw's form."""
        return {**ast.literal_eval(self._set["settings"]), "num_samples": self._length}

    @property
    def rows_per_slot(self) -> int:
        """How many rows come by one question."""
        return self._connected().rows_per_slot

    @property
    def seed(self) -> int:
        """What decides the rows."""
        return int(self._set["origin"]["seed"])

    @property
    def origin(self) -> dict[str, str]:
        """What decides the rows' bytes beside the settings: seed, version, backend, accuracy, fingerprints of files."""
        return dict(self._set["origin"])

    @property
    def notices(self) -> list[str]:
        """What the user of the rows should know, a sentence each."""
        return list(self._set["notices"])

    @cached_property
    def domain(self) -> Domain:
        """The frequencies of whole waveforms."""
        return Domain(self.settings["domain"], np.load(self._set["frequencies"]), self._set["first_bin"])

    @cached_property
    def svd(self) -> SvdBasis | None:
        """The basis in which rows are coefficients; None where rows are bins."""
        if "svd_V" not in self._set:
            return None
        return SvdBasis(np.load(self._set["svd_V"], mmap_mode="r"), np.load(self._set["svd_s"]))

    @property
    def rejected(self) -> int:
        """How many draws were replaced by others in the rows that this process has had by indexing."""
        return self._tidings.rejected

    @property
    def remarks(self) -> dict[str, int]:
        """What was remarked on how many of these rows, such as fallbacks of a model."""
        return dict(self._tidings.remarks)

    @property
    def address(self) -> str:
        """The server's socket: others of this machine and user can take the server by it."""
        return self._address

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, rows: int) -> dict[str, dict[str, Any]]: ...

    @overload
    def __getitem__(self, rows: slice | Sequence[int] | np.ndarray) -> dict[str, dict[str, np.ndarray]]: ...

    def __getitem__(self, rows: Any) -> dict[str, dict[str, Any]]:
        if isinstance(rows, slice):
            return self.named(self._rows(range(self._length)[rows], self._copy))
        if np.ndim(rows) == 0:
            return _single(self.named(self._rows([self._index(rows)], copy=True)), 0)
        return self.named(self._rows(self._indices(rows), self._copy))

    def __getitems__(self, rows: Sequence[int]) -> list[dict[str, dict[str, Any]]]:
        """Several rows, each as ``self[i]`` has it: what a ``DataLoader`` asks for a batch."""
        if len(rows) == 0:
            return []
        several = self.named(self._rows(self._indices(rows), copy=True))
        return [_single(several, place) for place in range(len(rows))]

    def __iter__(self) -> Iterator[dict[str, dict[str, Any]]]:
        """All rows one by one, made a slot at a time."""
        step = self._connected().rows_per_slot
        for begin in range(0, self._length, step):
            yield from self.__getitems__(range(begin, min(begin + step, self._length)))

    def _index(self, row: Any) -> int:
        index = row.__index__()
        if not -self._length <= index < self._length:
            raise IndexError(f"there is no row {index} among {self._length}")
        return index % self._length

    def _indices(self, rows: Any) -> np.ndarray:
        indices = np.asarray(rows)
        if indices.ndim != 1 or indices.dtype.kind not in "iu" and indices.size:
            raise TypeError("rows are asked for by an index, a slice or a list of indices")
        wrong = (indices < -self._length) | (indices >= self._length)
        if wrong.any():
            raise IndexError(f"there is no row {indices[wrong][0]} among {self._length}")
        indices = indices.astype(np.int64)
        return np.where(indices < 0, indices + self._length, indices)

    def _rows(self, rows: range | Sequence[int] | np.ndarray, copy: bool) -> Rows:
        connection = self._connected()
        with self._lock:
            try:
                return connection.wait(connection.ask(rows), copy)
            except ChirpmillError:
                raise
            except BaseException:
                # Such as Ctrl-C in the midst of an answer, after which the rest of it would be taken for the next.
                self._connection = None
                connection.close()
                raise

    def named(self, rows: Rows) -> dict[str, dict[str, np.ndarray]]:
        """Rows as dingo-gw names their parts."""
        return {
            "parameters": {name: rows.parameters[:, k] for k, name in enumerate(self._set["parameters"])},
            "waveform": {"h_plus": rows.h_plus, "h_cross": rows.h_cross},
        }

    def connect(self, slots: int, rows: int, reserved: int, tidings: Tidings) -> Connection:
        """A further connection to the server: :class:`chirpmill.connection.Connection` says what these mean."""
        return Connection(self._address, slots, rows, reserved, tidings, self._explanation)

    def _connected(self) -> Connection:
        connection = self._connection
        if connection is None or connection.pid != os.getpid():
            # In a fork the lock may be held by a thread that the fork does not have.
            self._lock = threading.Lock() if connection is not None else self._lock
            with self._lock:
                if self._connection is None or self._connection.pid != os.getpid():
                    self._connection = self.connect(_SLOTS, self._rows_per_slot, 1, self._tidings)
                connection = self._connection
        return connection

    def _explanation(self) -> ChirpmillError | None:
        return self._server.failure() if self._server is not None and self._server.is_own else None

    def __getstate__(self) -> dict[str, Any]:
        return {"server": self._address, "num_samples": self._length, "rows_per_slot": self._rows_per_slot,
                "copy": self._copy}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(**state)

    def close(self) -> None:
        """Ends the server, if this object has started it, and the connection."""
        if self._connection is not None:
            self._connection.close()
        if self._server is not None:
            self._server.close()

    def __enter__(self) -> Waveforms:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _single(several: dict[str, dict[str, np.ndarray]], place: int) -> dict[str, dict[str, Any]]:
    return {part: {name: array[place] for name, array in arrays.items()} for part, arrays in several.items()}
