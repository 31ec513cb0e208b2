"""Datasets, plans and single waveforms by the commands."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
import types
import unittest
from pathlib import Path
from unittest import mock

import numpy as np

import chirpmill
from chirpmill import runs
from chirpmill.progress import Progress

from .sets import BINS, PARAMETERS, SETTINGS, waveforms


class GenerateTest(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.out = Path(temporary.name) / "set.hdf5"

    def _generate(self, settings: object = SETTINGS, **choices: object) -> Path:
        return chirpmill.generate(settings, self.out, **{"backend": "scalar", "quiet": True, **choices})

    def test_it_writes_a_dataset_once(self) -> None:
        self.assertEqual(self.out, self._generate(threads=2, seed=5))
        written = self.out.stat().st_mtime_ns
        self.assertEqual(b"\x89HDF", self.out.read_bytes()[:4])
        with self.assertRaisesRegex(chirpmill.SettingsError, r"set\.hdf5 exists: .* force=True .* out\."):
            self._generate()
        self._generate(force=True, seed=5)
        self.assertLess(written, self.out.stat().st_mtime_ns)

    def test_settings_that_cannot_be_used_say_key_and_what_is_allowed(self) -> None:
        wrong = {**SETTINGS, "waveform_generator": {"approximant": "IMRPhenomQ", "f_ref": 16.0}}
        with self.assertRaisesRegex(chirpmill.SettingsError, "waveform_generator.approximant"):
            self._generate(wrong)
        with self.assertRaisesRegex(chirpmill.SettingsError, "accuracy"):
            self._generate(accuracy="rough")
        with self.assertRaisesRegex(ValueError, "follow one another"):
            self._generate(rows=range(0, 10, 2))
        self.assertFalse(self.out.exists())

    def test_what_it_says_is_shown_unless_it_is_quiet(self) -> None:
        for quiet in (True, False):
            heard = io.StringIO()
            with contextlib.redirect_stderr(heard):
                self._generate(quiet=quiet, rows=range(10, 20), force=True)
            self.assertEqual(not quiet, "set.hdf5 is complete: 10 rows" in heard.getvalue(), heard.getvalue())
            self.assertNotIn("incubator", heard.getvalue())

    def test_an_interrupted_run_is_stopped(self) -> None:
        started = []
        begin = runs.subprocess.Popen

        def noted(*words: object, **choices: object):
            started.append(begin(*words, **choices))
            return started[-1]

        def interrupted(lines, *_: object) -> str:
            next(iter(lines))
            raise KeyboardInterrupt

        with mock.patch.object(runs.subprocess, "Popen", noted), mock.patch.object(runs, "_follow", interrupted), \
                self.assertRaises(KeyboardInterrupt):
            self._generate(num_samples=2_000_000)
        self.assertIsNotNone(started[0].poll())
        self.assertFalse(self.out.exists())


    def test_a_run_that_does_not_come_to_its_end_says_why(self) -> None:
        with tempfile.TemporaryDirectory() as home:
            launcher = Path(home) / "chirpmill"
            launcher.write_text("#!/bin/sh\necho 'chirpmill: the disk is full: go on with --resume.' >&2\nexit 1\n")
            launcher.chmod(0o755)
            with mock.patch.dict(os.environ, {"CHIRPMILL_HOME": home}), \
                    self.assertRaisesRegex(chirpmill.RunError, "^the disk is full: go on with resume=True.$"):
                self._generate()


class PlanTest(unittest.TestCase):
    def test_it_says_what_a_dataset_would_cost_and_writes_nothing(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            told = chirpmill.plan(SETTINGS, Path(folder) / "set.hdf5", 1000, backend="scalar", threads=1, quiet=True)
            self.assertEqual([], list(Path(folder).iterdir()))
        self.assertEqual("1,000", told["rows"])
        self.assertTrue(told["model"].startswith("IMRPhenomD"), told)
        for subject in ("grid", "parameters", "disk", "memory", "workers", "accuracy", "time"):
            self.assertTrue(told[subject], subject)


class WaveformTest(unittest.TestCase):
    def test_it_is_the_row_that_a_set_of_these_parameters_has(self) -> None:
        single = chirpmill.waveform(PARAMETERS, SETTINGS, backend="scalar", quiet=True)
        with waveforms({**SETTINGS, "intrinsic_prior": PARAMETERS}, precision="double", accuracy="exact") as rows:
            for name, expected in rows[0]["waveform"].items():
                np.testing.assert_array_equal(expected, single[name], name)
            np.testing.assert_array_equal(rows.domain.frequencies, single["frequencies"])
        self.assertEqual((BINS,), single["h_plus"].shape)
        self.assertTrue(np.any(single["h_plus"] != 0))

    def test_modes_add_up(self) -> None:
        parts = chirpmill.waveform(PARAMETERS, SETTINGS, modes=True, backend="scalar", quiet=True)
        whole = sum(part for name, part in parts.items() if name.startswith("h_plus_m"))
        np.testing.assert_allclose(whole, parts["h_plus"], rtol=1e-12, atol=1e-12 * np.abs(parts["h_plus"]).max())

    def test_one_that_there_is_not_is_refused(self) -> None:
        with self.assertRaisesRegex(chirpmill.SettingsError, "mass_1"):
            chirpmill.waveform({**PARAMETERS, "mass_1": -1.0}, SETTINGS, quiet=True)


class ProgressTest(unittest.TestCase):
    def test_lines_move_bars(self) -> None:
        bars = []

        class Bar:
            def __init__(self, total: int, unit: str, desc: str):
                self.n, self.total, self.desc, self.is_closed = 0, total, desc, False
                bars.append(self)

            def update(self, more: int) -> None:
                self.n += more

            def close(self) -> None:
                self.is_closed = True

        with mock.patch.dict(sys.modules, {"tqdm": types.ModuleType("tqdm"),
                                           "tqdm.auto": mock.Mock(tqdm=Bar)}), Progress() as progress:
            for line, taken in (
                    ("chirpmill: 1,000 IMRPhenomD waveforms of 2,049 bins to set.hdf5, seed 0.\n", False),
                    ("400 of 1,100 waveforms to train on (36 %), 500/s, 2 s left\n", True),
                    ("1,100 of 1,100 waveforms to train on (100 %), 500/s\n", True),
                    ("chirpmill: the basis is good.\n", False),
                    ("1,000 of 1,000 waveforms (100 %), 687/s\n", True)):
                self.assertEqual(taken, progress.takes(line), line)
        self.assertEqual([("waveforms to train on", 1100, 1100, True), ("waveforms", 1000, 1000, True)],
                         [(bar.desc, bar.n, bar.total, bar.is_closed) for bar in bars])

    def test_lines_stay_lines_without_tqdm(self) -> None:
        with mock.patch.dict(sys.modules, {"tqdm": None, "tqdm.auto": None}):
            self.assertFalse(Progress().takes("1,000 of 1,000 waveforms (100 %), 687/s\n"))


if __name__ == "__main__":
    unittest.main()
