"""The dataset for dingo-gw's training beside dingo-gw's own of a file, where dingo-gw is installed."""

from __future__ import annotations

import contextlib
import io
import pickle
import subprocess
import tempfile
import unittest
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import yaml

import chirpmill
from chirpmill.launcher import launcher

from .sets import SETTINGS, waveforms

try:
    import torch
    from dingo.gw.dataset import WaveformDataset
    from dingo.gw.training import train_pipeline
    from torch.utils.data import DataLoader, Subset

    import chirpmill.dingo
    from chirpmill.dingo import FreshWaveformDataset
except ImportError as missing:
    raise unittest.SkipTest(f"dingo-gw is not installed: {missing}") from missing

ROWS = 40
COMPRESSED: dict[str, Any] = {
    **SETTINGS, "compression": {"svd": {"size": 12, "num_training_samples": 60, "num_validation_samples": 10}}}


def _name_of(data: dict[str, Any]) -> np.ndarray:
    """What tells rows apart."""
    return np.asarray(data["parameters"]["mass_1"])


class FreshWaveformDatasetTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.set = waveforms(seed=5)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.set.close()

    def _dataset(self, **choices: Any) -> FreshWaveformDataset:
        return FreshWaveformDataset(self.set, **{"length": ROWS, **choices})

    def _rows(self, first: int, count: int) -> np.ndarray:
        return self.set[first:first + count]["parameters"]["mass_1"].astype(np.float32)

    def test_it_is_what_dingo_loads_of_a_file(self) -> None:
        for settings in (SETTINGS, COMPRESSED):
            for choices in ({}, {"domain_update": {"f_min": 20.0, "f_max": 50.0}}, {"svd_size_update": 7}):
                if "svd_size_update" in choices and settings is SETTINGS:
                    continue
                with self.subTest(compression=settings.get("compression"), **choices):
                    self._compare(settings, choices)

    def _compare(self, settings: dict[str, Any], choices: dict[str, Any]) -> None:
        with tempfile.TemporaryDirectory() as folder, waveforms(settings, seed=5) as rows:
            name = Path(folder) / "set.yaml"
            name.write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
            file = str(Path(folder) / "set.hdf5")
            subprocess.run([launcher(), "generate", str(name), "-o", file, "--seed", "5", "--backend", "scalar"],
                           check=True, capture_output=True)
            with contextlib.redirect_stdout(io.StringIO()):
                theirs = WaveformDataset(file_name=file, precision="single", **choices)
            ours = FreshWaveformDataset(rows, length=ROWS, fresh=False, **choices)
            self.assertEqual(len(theirs), len(ours))
            self.assertEqual(theirs.settings, ours.settings)
            self.assertEqual(theirs.domain, ours.domain)
            self.assertEqual(theirs.parameter_mean_std(), ours.parameter_mean_std())
            self.assertTrue(theirs.parameters.equals(ours.parameters))
            asked = [7, 3, 39, 3]
            for expected, found in zip(theirs.__getitems__(asked), ours.__getitems__(asked), strict=True):
                for part, values in expected.items():
                    for key, value in values.items():
                        np.testing.assert_array_equal(value, found[part][key], f"{part} {key}")
                        self.assertEqual(value.dtype, found[part][key].dtype)

    def test_an_item_is_another_row_each_time_loaders_ask(self) -> None:
        dataset = self._dataset()
        for epoch in range(3):
            found = np.concatenate([_name_of(batch) for batch in DataLoader(dataset, batch_size=16)])
            np.testing.assert_array_equal(self._rows(epoch * ROWS, ROWS), found, f"epoch {epoch}")
            self.assertEqual(self._rows(3, 1)[0], _name_of(dataset[3]), "dataset[i] is row i always")

    def test_workers_change_nothing(self) -> None:
        for workers in (1, 2):
            part = Subset(self._dataset(), range(5, 35))
            loader = DataLoader(part, batch_size=7, num_workers=workers, persistent_workers=True)
            for epoch in range(3):
                found = np.concatenate([_name_of(batch) for batch in loader])
                np.testing.assert_array_equal(
                    self._rows(epoch * ROWS + 5, 30), found, f"epoch {epoch} of {workers} workers")

    def test_rows_of_training_and_of_testing_stay_apart(self) -> None:
        dataset = self._dataset()
        parts = torch.utils.data.random_split(dataset, [30, 10], torch.Generator().manual_seed(42))
        seen = [np.concatenate([_name_of(batch) for _ in range(3) for batch in DataLoader(part, 8, shuffle=True)])
                for part in parts]
        self.assertEqual(3 * ROWS, len(np.unique(np.concatenate(seen))))

    def test_a_training_goes_on_behind_what_it_has_had(self) -> None:
        found = self._dataset(epoch=4).__getitems__([0, 1])
        np.testing.assert_array_equal(self._rows(4 * ROWS, 2), [_name_of(item) for item in found])

    def test_rows_of_a_file_stay_the_same(self) -> None:
        dataset = self._dataset(fresh=False)
        first, second = dataset.__getitems__([1, 2]), dataset.__getitems__([1, 2])
        self.assertEqual([_name_of(item) for item in first], [_name_of(item) for item in second])

    def test_transforms_get_what_dingo_gives_them(self) -> None:
        dataset = self._dataset(transform=lambda data: [data["waveform"]["h_plus"], data["parameters"]["mass_1"]])
        strain, mass = dataset[2]
        np.testing.assert_array_equal(self.set[2]["waveform"]["h_plus"], strain)
        self.assertEqual(self._rows(2, 1)[0], mass)

    def test_other_processes_get_it_by_pickling(self) -> None:
        other = pickle.loads(pickle.dumps(self._dataset()))
        self.assertEqual(self._rows(2, 1)[0], _name_of(other[2]))


class TrainTest(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.settings = self.folder / "set.yaml"
        self.settings.write_text(yaml.safe_dump(SETTINGS, sort_keys=False), encoding="utf-8")

    def _train(self, path: Path, *words: str, **choices: Any) -> np.ndarray:
        """Masses of the first two items, as what stands in for dingo-gw's training gets them in its second epoch."""
        found: list[Any] = []

        def train_local() -> None:
            data = {"waveform_dataset_path": str(path)}
            data["waveform_dataset_path"] = train_pipeline.copy_files_to_local(
                file_path=data["waveform_dataset_path"], local_dir=str(self.folder / "nowhere"),
                leave_keys_on_disk=True)
            dataset = train_pipeline.build_dataset(data_settings=data, leave_waveforms_on_disk=True)
            dataset.__getitems__([0, 1])
            found.extend(_name_of(item) for item in dataset.__getitems__([0, 1]))

        with mock.patch.object(train_pipeline, "train_local", train_local):
            chirpmill.dingo.train(["--train_dir", str(self.folder), *words], quiet=True, backend="scalar", **choices)
        return np.array(found)

    def _rows(self, first: int, seed: int) -> np.ndarray:
        with waveforms(seed=seed) as rows:
            return rows[first:first + 2]["parameters"]["mass_1"].astype(np.float32)

    def test_settings_stand_in_for_a_dataset(self) -> None:
        before = train_pipeline.build_dataset
        new = ["--settings_file", "training.yaml"]
        np.testing.assert_array_equal(self._rows(ROWS, 6), self._train(self.settings, *new, seed=6))
        np.testing.assert_array_equal(self._rows(0, 6), self._train(self.settings, *new, seed=6, fresh=False))
        self.assertIs(before, train_pipeline.build_dataset)

    def test_a_checkpoint_says_how_many_epochs_have_been(self) -> None:
        checkpoint = self.folder / "model.pt"
        torch.save({"epoch": 3}, checkpoint)
        np.testing.assert_array_equal(
            self._rows((3 + 1 + 1) * ROWS, 0), self._train(self.settings, "--checkpoint", str(checkpoint)))

    def test_other_files_are_left_to_dingo(self) -> None:
        with self.assertRaisesRegex(FileNotFoundError, "absent.hdf5"):
            self._train(self.folder / "absent.hdf5", "--settings_file", "training.yaml")

    def test_settings_without_a_length_are_refused(self) -> None:
        endless = {key: value for key, value in SETTINGS.items() if key != "num_samples"}
        self.settings.write_text(yaml.safe_dump(endless, sort_keys=False), encoding="utf-8")
        new = ["--settings_file", "training.yaml"]
        with self.assertRaisesRegex(chirpmill.SettingsError, "num_samples is None in .*set.yaml"):
            self._train(self.settings, *new)
        np.testing.assert_array_equal(self._rows(25, 0), self._train(self.settings, *new, num_samples=25))


if __name__ == "__main__":
    unittest.main()
