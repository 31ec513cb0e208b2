from __future__ import annotations

import copy
import pickle
import tempfile
import threading
import unittest
from pathlib import Path

import numpy as np

import chirpmill
from chirpmill.connection import Tidings

from .sets import BINS, SETTINGS, waveforms


class WaveformsTest(unittest.TestCase):
    """What one set gives, however it is asked."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.set = waveforms(seed=5)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.set.close()

    def assert_row(self, several: dict, place: int, row: int) -> None:
        one = self.set[row]
        for part in ("parameters", "waveform"):
            self.assertEqual(list(one[part]), list(several[part]))
            for name, value in one[part].items():
                np.testing.assert_array_equal(several[part][name][place], value, f"{name} of row {row}")

    def test_a_row_is_the_same_however_it_is_asked_for(self) -> None:
        rows = [39, 0, 17, 17, 4]
        listed = self.set[rows]
        self.assertEqual((5, BINS), listed["waveform"]["h_plus"].shape)
        for place, row in enumerate(rows):
            self.assert_row(listed, place, row)
        sliced = self.set[10:30:7]
        self.assertEqual((3,), sliced["parameters"]["mass_1"].shape)
        self.assert_row(sliced, 1, 17)
        several = self.set.__getitems__(rows)
        np.testing.assert_array_equal(several[2]["waveform"]["h_cross"], listed["waveform"]["h_cross"][2])
        self.assertTrue(12 <= several[0]["parameters"]["mass_1"] <= 75)

    def test_rows_are_waveforms(self) -> None:
        plus = self.set[3]["waveform"]["h_plus"]
        self.assertEqual(np.complex64, plus.dtype)
        self.assertEqual(0, np.count_nonzero(plus[:self.set.domain.first_bin]))
        self.assertGreater(np.count_nonzero(plus), BINS // 2)

    def test_more_rows_than_a_slot_holds_come_all_the_same(self) -> None:
        narrow = self.set.connect(2, 7, 1, Tidings())
        rows = np.array([5, 3, 900, 2, 11, 12, 13, 0, 40, 41, 42, 43, 1, 7, 6, 6, 99])
        many = self.set.named(narrow.wait(narrow.ask(rows), copy=False))
        expected = self.set[rows]
        for part in ("parameters", "waveform"):
            for name, array in expected[part].items():
                np.testing.assert_array_equal(many[part][name], array, name)
        narrow.close()

    def test_arrays_stay_as_they_are_while_others_are_made(self) -> None:
        kept = [self.set[100 * k:100 * k + 10] for k in range(12)]
        for k, each in enumerate(kept):
            self.assert_row(each, 3, 100 * k + 3)

    def test_arrays_may_be_written_to(self) -> None:
        rows = self.set[0:4]
        rows["waveform"]["h_plus"] *= 2
        np.testing.assert_array_equal(rows["waveform"]["h_plus"][1], 2 * self.set[1]["waveform"]["h_plus"])

    def test_indices_are_pythons(self) -> None:
        self.assertEqual(2**40, len(self.set))
        few = chirpmill.Waveforms(server=self.set.address, num_samples=30, rows_per_slot=4)
        self.assertEqual(30, len(few))
        np.testing.assert_array_equal(few[-1]["waveform"]["h_plus"], self.set[29]["waveform"]["h_plus"])
        self.assertEqual((2, BINS), few[[-2, 4]]["waveform"]["h_plus"].shape)
        self.assertEqual(30, sum(1 for _ in few))
        self.assertEqual((0, BINS), few[5:5]["waveform"]["h_plus"].shape)
        self.assertEqual([], few.__getitems__([]))
        for wrong in (30, -31, [0, 30], np.array([2**62])):
            with self.assertRaises(IndexError, msg=str(wrong)):
                few[wrong]
        with self.assertRaises(TypeError):
            few[[0.5]]
        few.close()

    def test_the_set_is_described(self) -> None:
        self.assertEqual(tuple(SETTINGS["intrinsic_prior"]), self.set.parameters)
        self.assertEqual(BINS, self.set.columns)
        self.assertEqual(5, self.set.seed)
        self.assertEqual("scalar", self.set.origin["backend"])
        self.assertEqual(2**40, self.set.settings["num_samples"])
        self.assertEqual("IMRPhenomD", self.set.settings["waveform_generator"]["approximant"])
        np.testing.assert_array_equal(np.arange(BINS) * 0.5, self.set.domain.frequencies)
        self.assertEqual(64.0, self.set.domain.settings["f_max"])
        self.assertIsNone(self.set.svd)

    def test_rejected_draws_are_counted(self) -> None:
        before = self.set.rejected
        self.set[0:70]
        self.assertTrue(before + 5 < self.set.rejected < before + 60, self.set.rejected)

    def test_threads_may_share_it(self) -> None:
        expected = [self.set[k]["waveform"]["h_plus"] for k in range(8)]
        got: list = [None] * 8

        def take(k: int) -> None:
            for _ in range(20):
                got[k] = self.set[k]["waveform"]["h_plus"]

        threads = [threading.Thread(target=take, args=(k,)) for k in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        np.testing.assert_array_equal(expected, got)

    def test_a_pickled_one_has_the_same_server(self) -> None:
        other = pickle.loads(pickle.dumps(self.set))
        np.testing.assert_array_equal(other[7]["waveform"]["h_plus"], self.set[7]["waveform"]["h_plus"])
        other.close()
        self.assertEqual((BINS,), self.set[7]["waveform"]["h_plus"].shape)


class ChoicesTest(unittest.TestCase):
    """What may be chosen, and what is refused."""

    def test_double_precision_and_another_seed(self) -> None:
        with waveforms(seed=5) as single, waveforms(seed=6, precision="double") as double:
            self.assertEqual(np.complex128, double[0]["waveform"]["h_plus"].dtype)
            self.assertNotEqual(single[0]["parameters"]["mass_1"], double[0]["parameters"]["mass_1"])

    def test_coefficients_of_a_basis(self) -> None:
        compressed = copy.deepcopy(SETTINGS)
        compressed["compression"] = {"svd": {"size": 90, "num_training_samples": 200, "num_validation_samples": 0}}
        with waveforms() as whole, waveforms(compressed) as coefficients:
            self.assertEqual(90, coefficients.columns)
            self.assertEqual((BINS, 90), coefficients.svd.V.shape)
            self.assertEqual((90,), coefficients.svd.s.shape)
            restored = coefficients[0:5]["waveform"]["h_plus"] @ coefficients.svd.V.conj().T
            expected = whole[0:5]["waveform"]["h_plus"]
            error = np.linalg.norm(restored - expected) / np.linalg.norm(expected)
            self.assertLess(error, 1e-4)

    def test_settings_that_cannot_be_used_say_key_file_and_line(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "wrong.yaml"
            file.write_text("domain: {type: UniformFrequencyDomain, f_min: 16.0, f_max: 64.0, delta_f: 0.5}\n"
                            "waveform_generator:\n  approximant: IMRPhenomQ\n  f_ref: 16.0\n"
                            "intrinsic_prior: {mass_1: 30.0, mass_2: 20.0}\nnum_samples: 4\n")
            with self.assertRaises(chirpmill.SettingsError) as refused:
                waveforms(file)
        for part in ("waveform_generator.approximant", "wrong.yaml", "line 3"):
            self.assertIn(part, str(refused.exception))

    def test_options_that_mean_nothing_are_refused(self) -> None:
        with self.assertRaises(chirpmill.SettingsError) as refused:
            waveforms(accuracy="rough")
        self.assertIn("accuracy", str(refused.exception))
        with self.assertRaises(TypeError):
            chirpmill.Waveforms()
        with self.assertRaises(ValueError):
            waveforms(num_samples=0)

    def test_a_server_that_is_not_there(self) -> None:
        with self.assertRaises(chirpmill.ServerError) as refused:
            chirpmill.Waveforms(server="/nowhere/socket")
        self.assertIn("/nowhere/socket", str(refused.exception))


if __name__ == "__main__":
    unittest.main()
