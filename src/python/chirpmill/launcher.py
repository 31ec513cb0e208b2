"""Finds Chirpmill on this machine, and runs its server as a child of this process."""

from __future__ import annotations

import json
import os
import selectors
import shutil
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from . import said
from .errors import ChirpmillError, ServerError

_POLL_SECONDS = 0.1
_END_SECONDS = 10.0

#: The launcher that a wheel carries, with all that it needs.
BUNDLED = Path(__file__).resolve().parent / "bundle" / "chirpmill"

#: Servers that this process has started. A fork of it must let go of the pipes that keep them alive.
_started: weakref.WeakSet[Server] = weakref.WeakSet()


def launcher() -> str:
    """The launcher: in the folder ``CHIRPMILL_HOME``, of the wheel, on the ``PATH``, or of this package's checkout."""
    home = os.environ.get("CHIRPMILL_HOME")
    if home:
        named = Path(home) / "chirpmill"
        if not named.is_file():
            raise ServerError(f"CHIRPMILL_HOME is {home!r}, but there is no file chirpmill in it.")
        return str(named)
    if BUNDLED.is_file():
        return str(BUNDLED)
    on_path = shutil.which("chirpmill")
    if on_path:
        return on_path
    checkout = Path(__file__).resolve().parents[3] / "chirpmill"
    if checkout.is_file():
        return str(checkout)
    raise ServerError("Chirpmill is not found: set CHIRPMILL_HOME to the folder that holds its launcher, chirpmill.")


def settings_file(settings: str | os.PathLike[str] | Mapping[str, Any], folder: str | os.PathLike[str]) -> str:
    """A file of the settings: theirs, or one that is written in the folder for what one would hold."""
    if not isinstance(settings, Mapping):
        return os.fspath(settings)
    file = Path(folder) / "settings.json"
    file.write_text(json.dumps(settings), encoding="utf-8")
    return str(file)


def options(**choices: Any) -> list[str]:
    """Choices as the launcher's options: None and False are none, True is one without a value."""
    named = {f"--{name.replace('_', '-')}": value for name, value in choices.items()}
    return [name if value is True else f"{name}={value}"
            for name, value in named.items() if value is not None and value is not False]


class Server:
    """A running ``chirpmill serve``, which ends with this object or with the process, whichever is first.

    It lives as long as its standard input stays open, so that it ends too where this process is killed.
    """

    def __init__(self, settings: str | os.PathLike[str] | Mapping[str, Any], options: Sequence[str], quiet: bool):
        """Starts the server and waits until it is ready, which includes the training of a basis.

        :param settings: a settings file, or what one would hold
        :param options: words behind ``chirpmill serve SETTINGS``
        :param quiet: whether to keep back what the server says meanwhile
        """
        self._owner = os.getpid()
        self._said = tempfile.TemporaryFile()
        with tempfile.TemporaryDirectory(prefix="chirpmill-") as written:
            self._process = subprocess.Popen(
                [launcher(), "serve", settings_file(settings, written), "--until-eof", *options],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said,
                # Ctrl-C at a terminal is for this process to answer.
                start_new_session=True)
            self._folder: list[Path] = []
            self._finalizer = weakref.finalize(self, _end, os.getpid(), self._process, self._said, self._folder)
            _started.add(self)
            self.socket = self._await_socket(quiet)
            self._folder.append(Path(self.socket).parent)

    def _await_socket(self, quiet: bool) -> str:
        told = b""
        shown = 0
        assert self._process.stdout is not None
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            while not told.endswith(b"\n"):
                ready = selector.select(_POLL_SECONDS)
                if not quiet:
                    shown = self._show(shown)
                if ready:
                    piece = os.read(self._process.stdout.fileno(), 4096)
                    if not piece:
                        raise self.failure()
                    told += piece
        return told.decode().strip()

    def _show(self, shown: int) -> int:
        told = self._read(shown)
        sys.stderr.write(said.shown(told.decode(errors="replace")))
        sys.stderr.flush()
        return shown + len(told)

    def _read(self, begin: int) -> bytes:
        # Not by seek and read: the server writes where the shared offset stands.
        size = os.fstat(self._said.fileno()).st_size
        return os.pread(self._said.fileno(), size - begin, begin) if size > begin else b""

    def failure(self) -> ChirpmillError:
        """What is known of a server that has ended, in its own sentence where it said one."""
        try:
            status = self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            return ServerError("the server does not answer any more.")
        told = self._read(0).decode(errors="replace")
        last = said.last_words(told) or "nothing"
        return said.refusal(status, told) or ServerError(
            f"the server has ended ({said.ending(status)}); the last that it said: {last}")

    @property
    def is_own(self) -> bool:
        """Whether this process has started the server, and not one that it is a fork of."""
        return os.getpid() == self._owner

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def close(self) -> None:
        """Ends the server, which deletes what it has in shared memory. In a fork of its owner it goes on."""
        self._finalizer()

    def _forget_in_child(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


def _end(owner: int, process: subprocess.Popen[bytes], said: Any, folder: list[Path]) -> None:
    if os.getpid() != owner:
        return
    assert process.stdin is not None and process.stdout is not None
    process.stdin.close()
    try:
        process.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
    said.close()
    # Where it was killed it has left its shared memory.
    for left in folder:
        shutil.rmtree(left, ignore_errors=True)


def _forget_all_in_child() -> None:
    for server in _started:
        server._forget_in_child()


os.register_at_fork(after_in_child=_forget_all_in_child)
