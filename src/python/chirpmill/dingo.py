"""Fresh waveforms for dingo-gw's training. Only this module of the package needs dingo-gw and torch.

``dingo_train`` runs on them where ``data.waveform_dataset_path`` of its settings names a settings file of Chirpmill::

    import chirpmill.dingo
    chirpmill.dingo.train(["--settings_file", "train_settings.yaml", "--train_dir", "run"])
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import numpy as np
import pandas as pd
import torch
import yaml
from dingo.core.utils.backward_compatibility import torch_load_with_fallback
from dingo.gw.dataset import WaveformDataset
from dingo.gw.training import train_pipeline

from .errors import SettingsError
from .waveforms import Waveforms

#: Rows of which dingo-gw is told the parameters, to find how they are spread: as many as it draws itself where it has
#: to estimate the spread of a parameter.
_KNOWN_ROWS = 100_000

#: How files of settings end; any other file is left to dingo-gw.
_SETTINGS = (".yaml", ".yml", ".json")

#: dingo-gw's own, which do what is not Chirpmill's to do while :func:`train` stands in for them.
_build_dataset = train_pipeline.build_dataset
_copy_to_local = train_pipeline.copy_files_to_local

_TYPES = {"single": (np.float32, np.complex64), "double": (np.float64, np.complex128)}


class FreshWaveformDataset(WaveformDataset):
    """What dingo-gw's training takes in the place of a ``WaveformDataset``, of rows that are made as it asks for them.

    It is as long as an epoch. Where ``fresh``, the k-th time that loaders ask for item i (k = 0, 1, ...) they get row
    ``i + k * len(self)``, whichever of their workers or ranks asks: an epoch has rows that no other has, and the test
    items stay apart from those that are trained on. ``dataset[i]`` is row i always.

    Domain, decompression and transforms are dingo-gw's own. ``parameters`` are those of the first 100,000 rows, from
    which dingo-gw standardizes, made when they are first asked for; ``polarizations`` is None.
    """

    def __init__(
        self,
        waveforms: Waveforms,
        transform: Any = None,
        precision: str = "single",
        domain_update: dict[str, Any] | None = None,
        svd_size_update: int | None = None,
        *,
        length: int,
        fresh: bool = True,
        epoch: int = 0,
    ):
        """A dataset of the rows of ``waveforms``.

        :param waveforms: what is trained on; all its rows may be used
        :param transform: is applied to what is asked for
        :param precision: "single" or "double", of parameters and polarizations
        :param domain_update: keys of the domain that are to be others, within what the set covers
        :param svd_size_update: how many vectors of the basis are used
        :param length: items of an epoch, for training and for testing together
        :param fresh: whether an item is another row each time; else it is always the same row, as in a file
        :param epoch: how often items have been asked for already, by a training that is gone on with
        """
        self._waveforms = waveforms
        self._length = length
        self._fresh = fresh
        # Shared with the workers of a loader and with other ranks. An item is one worker's in an epoch.
        self._taken = torch.full((length,), epoch, dtype=torch.int64).share_memory_()
        self._real, self._complex = _TYPES[precision]
        super().__init__(
            dictionary=self._dictionary(), transform=transform, precision=precision, domain_update=domain_update,
            svd_size_update=svd_size_update)

    def _dictionary(self) -> dict[str, Any]:
        content: dict[str, Any] = {"settings": {**self._waveforms.settings, "num_samples": self._length}}
        basis = self._waveforms.svd
        if basis is not None:
            content["svd"] = {"V": basis.V.astype(self._complex), "s": basis.s.astype(self._real)}
        return content

    @cached_property
    def _known(self) -> pd.DataFrame:
        known = min(self._length, _KNOWN_ROWS)
        return pd.DataFrame({name: np.concatenate(columns) for name, columns in self._columns(known).items()})

    def _columns(self, count: int) -> dict[str, list[np.ndarray]]:
        columns: dict[str, list[np.ndarray]] = {name: [] for name in self._waveforms.parameters}
        step = self._waveforms.rows_per_slot
        for begin in range(0, count, step):
            for name, values in self._waveforms[begin:min(begin + step, count)]["parameters"].items():
                columns[name].append(values.astype(self._real))
        return columns

    @property
    def parameters(self) -> pd.DataFrame:
        """Of the first rows, a column for each parameter."""
        return self._known

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, idx: int) -> Any:
        return self._items([idx])[0]

    def __getitems__(self, batched_idx: list[int]) -> list[Any]:
        if not self._fresh:
            return self._items(batched_idx)
        items = np.asarray(batched_idx)
        taken = self._taken.numpy()
        rows = items + self._length * taken[items]
        taken[items] += 1
        return self._items(rows)

    def _items(self, rows: Sequence[int] | np.ndarray) -> list[Any]:
        made = self._waveforms[rows]
        polarizations = {name: strain.astype(self._complex, copy=False) for name, strain in made["waveform"].items()}
        if self.svd is None:
            polarizations = {name: self.domain.update_data(strain) for name, strain in polarizations.items()}
        else:
            size = self.svd["V"].shape[1]
            polarizations = {name: coefficients[:, :size] for name, coefficients in polarizations.items()}
        parameters = {name: values.astype(self._real) for name, values in made["parameters"].items()}
        # To dingo-gw's own code they are a small set in memory, of which it takes all.
        whole = SimpleNamespace(
            parameters=pd.DataFrame(parameters), polarizations=polarizations, transform=self.transform,
            decompression_transform=self.decompression_transform, _leave_on_disk_keys=[])
        return WaveformDataset.__getitems__(whole, list(range(len(rows))))


def train(
    words: Sequence[str] | None = None, *, num_samples: int | None = None, fresh: bool = True, **choices: Any,
) -> None:
    """Runs ``dingo_train``, on fresh waveforms where its settings name a settings file of Chirpmill as the dataset.

    A training that goes on from a checkpoint goes on with rows that it has not had. Files of datasets are trained on as
    by ``dingo_train``.

    :param words: what would stand behind ``dingo_train``; else what stands behind this program
    :param num_samples: the length of an epoch, of which a part is tested on; else the settings' ``num_samples``
    :param fresh: whether each epoch has rows of its own; else all have the rows of a file of the same settings
    :param choices: as :class:`chirpmill.Waveforms` takes them, such as ``seed`` and ``threads``
    :raises SettingsError: where Chirpmill's settings cannot be used
    """
    opened: list[Waveforms] = []

    def build_dataset(data_settings: dict[str, Any], leave_waveforms_on_disk: bool | None = False) -> WaveformDataset:
        path = Path(data_settings["waveform_dataset_path"])
        if not _holds_settings(path):
            return _build_dataset(data_settings, leave_waveforms_on_disk)
        # First, so that Chirpmill says what is wrong with settings.
        waveforms = Waveforms(path, **choices)
        opened.append(waveforms)
        return FreshWaveformDataset(
            waveforms, domain_update=data_settings.get("domain_update"),
            svd_size_update=data_settings.get("svd_size_update"), fresh=fresh, epoch=_epochs_behind(),
            length=_length(path) if num_samples is None else num_samples)

    with mock.patch.object(sys, "argv", sys.argv if words is None else ["dingo_train", *words]), \
            mock.patch.object(train_pipeline, "build_dataset", build_dataset), \
            mock.patch.object(train_pipeline, "copy_files_to_local", _copy_files_to_local):
        try:
            train_pipeline.train_local()
        finally:
            for waveforms in opened:
                waveforms.close()


def _holds_settings(path: str | Path) -> bool:
    return Path(path).suffix in _SETTINGS


def _copy_files_to_local(file_path: str, *words: Any, **choices: Any) -> str:
    """Datasets go where dingo-gw wants them; settings stay beside the files that they name."""
    return file_path if _holds_settings(file_path) else _copy_to_local(file_path, *words, **choices)


def _length(settings: Path) -> int:
    """The ``num_samples`` of settings; a server does not ask for it."""
    stated = yaml.safe_load(settings.read_text(encoding="utf-8"))
    length = stated.get("num_samples") if isinstance(stated, dict) else None
    if not isinstance(length, int) or length < 1:
        raise SettingsError(f"num_samples is {length} in {settings} but must be a whole number, at least 1: the length "
                            "of an epoch.")
    return length


def _epochs_behind() -> int:
    """How often a training that is gone on with may have had an item."""
    checkpoint = train_pipeline.parse_args().checkpoint
    if checkpoint is None:
        return 0
    # Once more than there were epochs: the first layer's basis was made of some items before.
    return torch_load_with_fallback(checkpoint, "cpu")[0]["epoch"] + 1


if __name__ == "__main__":
    train()
