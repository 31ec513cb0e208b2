"""What the commands of Chirpmill do, for programs and notebooks."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from . import said
from .errors import RunError
from .launcher import launcher, options, settings_file
from .progress import Progress

Settings = str | os.PathLike[str] | Mapping[str, Any]

_END_SECONDS = 10.0


def generate(
    settings: Settings,
    out: str | os.PathLike[str],
    num_samples: int | None = None,
    *,
    seed: int | None = None,
    rows: range | None = None,
    prior: str | os.PathLike[str] | None = None,
    precision: str | None = None,
    accuracy: str | None = None,
    sampling: float | str | None = None,
    backend: str | None = None,
    threads: int | None = None,
    batch_size: int | None = None,
    allow_unknown_keys: bool = False,
    resume: bool = False,
    force: bool = False,
    quiet: bool = False,
) -> Path:
    """Makes a dataset, as ``chirpmill generate`` does: an HDF5 file that dingo-gw loads.

    Progress is shown by tqdm where that is installed, else in lines on standard error. A run that is interrupted stops
    its process; ``resume=True`` goes on from there.

    :param settings: a settings file, or what one would hold; files that the latter names must have absolute paths
    :param out: the file to write
    :param num_samples: how many rows, in place of the settings'
    :param seed: decides the rows; else the settings' ``seed``, else 0
    :param rows: these rows of the set in place of its first ones: ``range(2000, 3000)``
    :param prior: a .prior file in place of the settings' prior
    :param precision: "single", which it is unless told, or "double"
    :param accuracy: "exact" or "fast(X)", in place of the settings'
    :param sampling: how much worse coefficients from a few bins may be, or "off", in place of the settings'
    :param backend: who evaluates; else the best that runs here
    :param threads: workers; else one for each core
    :param batch_size: rows that a worker takes at a time
    :param allow_unknown_keys: whether settings may hold keys that nobody knows
    :param resume: whether to go on with a run that was stopped
    :param force: whether to replace a file that is there
    :param quiet: whether to show neither progress nor notices
    :return: the file
    :raises SettingsError: where settings or choices cannot be used, with a sentence that names key, file and line, or
        the file is there already
    :raises RunError: where the run ends before its end
    """
    _run("generate", settings, options(
        out=os.fspath(out), num_samples=num_samples, seed=seed, rows=_rows(rows), prior=prior, precision=precision,
        accuracy=accuracy, sampling=sampling, backend=backend, threads=threads, batch_size=batch_size,
        allow_unknown_keys=allow_unknown_keys, resume=resume, force=force), quiet)
    return Path(out)


def plan(
    settings: Settings,
    out: str | os.PathLike[str] = "waveform_dataset.hdf5",
    num_samples: int | None = None,
    *,
    rows: range | None = None,
    prior: str | os.PathLike[str] | None = None,
    precision: str | None = None,
    accuracy: str | None = None,
    sampling: float | str | None = None,
    backend: str | None = None,
    threads: int | None = None,
    batch_size: int | None = None,
    allow_unknown_keys: bool = False,
    quiet: bool = False,
) -> dict[str, str]:
    """What :func:`generate` would make of the same, and what that would cost; nothing is written.

    :return: sentences by what they are about: model, grid, parameters, rows, disk, memory, workers, accuracy, time, and
        admitted, compressed and training where there is such a thing
    :raises SettingsError: where settings or choices cannot be used, with a sentence that names key, file and line
    """
    told = _run("generate", settings, options(
        out=os.fspath(out), num_samples=num_samples, rows=_rows(rows), prior=prior, precision=precision,
        accuracy=accuracy, sampling=sampling, backend=backend, threads=threads, batch_size=batch_size,
        allow_unknown_keys=allow_unknown_keys, dry_run=True), quiet)
    return dict(line.split(None, 1) for line in told.splitlines())


def waveform(
    parameters: Mapping[str, float],
    settings: Settings,
    *,
    modes: bool = False,
    accuracy: str | None = None,
    backend: str | None = None,
    allow_unknown_keys: bool = False,
    quiet: bool = False,
) -> dict[str, np.ndarray]:
    """One waveform, in double precision, exact unless told otherwise. It starts a process, which takes a second.

    :param parameters: in bilby's names and units; they replace or join ``waveform_parameters`` of the settings
    :param settings: a settings file, or what one would hold
    :param modes: whether to add the polarizations taken apart by m, ``h_plus_m-4`` to ``h_cross_m4``
    :param accuracy: "exact" or "fast(X)", in place of the settings'
    :param backend: who evaluates; else the best that runs here
    :param allow_unknown_keys: whether settings may hold keys that nobody knows
    :param quiet: whether to keep notices back, such as those of parameters that are ignored
    :return: ``frequencies``, Hz, (bins,) float64; ``h_plus`` and ``h_cross``, strain/Hz, (bins,) complex128
    :raises SettingsError: where settings cannot be used, or there is no such waveform
    """
    with tempfile.TemporaryDirectory(prefix="chirpmill-") as folder:
        file = os.path.join(folder, "waveform.npz")
        given = [word for name, value in parameters.items() for word in ("-p", f"{name}={float(value)!r}")]
        _run("waveform", settings, given + options(
            out=file, modes=modes, accuracy=accuracy, backend=backend, allow_unknown_keys=allow_unknown_keys),
            quiet, lambda line: file not in line)
        with np.load(file) as arrays:
            return dict(arrays)


def _rows(rows: range | None) -> str | None:
    if rows is None:
        return None
    if rows.step != 1:
        raise ValueError(f"rows is {rows} but must follow one another")
    return f"{rows.start}:{rows.stop}"


def _run(command: str, settings: Settings, words: list[str], quiet: bool,
         concerns: Callable[[str], bool] = lambda line: True) -> str:
    """Runs a command to its end; what it printed.

    :param concerns: whether the user is to see a line that it says beside
    """
    with tempfile.TemporaryDirectory(prefix="chirpmill-") as written, tempfile.TemporaryFile() as printed:
        process = subprocess.Popen(
            [launcher(), command, settings_file(settings, written), *words], stdin=subprocess.DEVNULL, stdout=printed,
            stderr=subprocess.PIPE, encoding="utf-8", errors="replace",
            # Ctrl-C at a terminal is for this process to answer.
            start_new_session=True)
        try:
            assert process.stderr is not None
            told = _follow(process.stderr, quiet, concerns)
            status = process.wait()
        except BaseException:
            _stop(process)
            raise
        if status != 0:
            raise said.refusal(status, told) or RunError(
                said.last_words(told) or f"Chirpmill has ended without a word ({said.ending(status)}).")
        printed.seek(0)
        return printed.read().decode()


def _follow(lines: Iterable[str], quiet: bool, concerns: Callable[[str], bool]) -> str:
    """Shows what is said until there is no more; all of it."""
    told = []
    with Progress() as progress:
        for line in lines:
            told.append(line)
            if not quiet and not progress.takes(line) and concerns(line):
                sys.stderr.write(said.shown(line))
                sys.stderr.flush()
    return "".join(told)


def _stop(process: subprocess.Popen[str]) -> None:
    """Lets a run leave what it has made in order, so that it can be gone on with."""
    process.terminate()
    try:
        process.communicate(timeout=_END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
