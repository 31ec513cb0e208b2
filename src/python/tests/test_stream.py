"""Streams for PyTorch, where it is installed. ``CHIRPMILL_KILLS`` says how often servers are killed, twice if not."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import threading
import unittest

import numpy as np

import chirpmill

from .sets import BINS, waveforms

try:
    import torch
    from torch.utils.data import DataLoader

    from chirpmill.torch import WaveformStream
except ImportError as missing:
    raise unittest.SkipTest(f"torch is not installed: {missing}") from missing

KILLS = int(os.environ.get("CHIRPMILL_KILLS", "2"))


def _firsts(batches) -> list[int]:
    return [int(batch["rows"][0]) for batch in batches]


class WaveformStreamTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.set = waveforms(seed=5, num_samples=1000)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.set.close()

    def test_batches_are_the_rows_in_turn(self) -> None:
        for k, batch in enumerate(WaveformStream(self.set, 16, start_row=8, batches=9)):
            self.assertEqual(list(range(8 + 16 * k, 24 + 16 * k)), batch["rows"].tolist())
            self.assertEqual((16, BINS), tuple(batch["waveform"]["h_plus"].shape))
            self.assertEqual(torch.complex64, batch["waveform"]["h_cross"].dtype)
            expected = self.set[batch["rows"].numpy()]
            for part in ("parameters", "waveform"):
                for name, tensor in batch[part].items():
                    np.testing.assert_array_equal(expected[part][name], tensor.numpy(), f"{name} of batch {k}")

    def test_batches_that_are_kept_stay_as_they_are(self) -> None:
        kept = list(WaveformStream(self.set, 10, batches=20))
        for k, batch in enumerate(kept):
            expected = self.set[10 * k:10 * k + 10]["waveform"]["h_plus"]
            np.testing.assert_array_equal(expected, batch["waveform"]["h_plus"].numpy(), f"batch {k}")

    def test_ranks_share_the_rows_evenly(self) -> None:
        # 1000 rows are 10 batches of 96 and some: three rounds of three ranks.
        streams = [WaveformStream(self.set, 96, rank=rank, world_size=3) for rank in range(3)]
        self.assertEqual([[0, 288, 576], [96, 384, 672], [192, 480, 768]], [_firsts(each) for each in streams])
        self.assertEqual([{"row": 864, "seed": 5}] * 3, [each.state_dict() for each in streams])

    def test_rejected_draws_are_counted(self) -> None:
        stream = WaveformStream(self.set, 50, batches=4)
        list(stream)
        self.assertTrue(20 < stream.rejected < 140, stream.rejected)

    def test_workers_change_nothing(self) -> None:
        alone = _firsts(WaveformStream(self.set, 32, rank=1, world_size=2, batches=7))
        for workers in (0, 1, 2):
            stream = WaveformStream(self.set, 32, rank=1, world_size=2, batches=7)
            loader = DataLoader(stream, batch_size=None, num_workers=workers)
            firsts = []
            for batch in loader:
                firsts.append(int(batch["rows"][0]))
                self.assertEqual({"row": 64 * len(firsts), "seed": 5}, stream.state_dict(after=batch))
            self.assertEqual(alone, firsts, f"{workers} workers")

    def test_a_state_goes_on_with_the_next_unseen_row(self) -> None:
        stream = WaveformStream(self.set, 10, start_row=100, rank=1, world_size=2, prefetch=4)
        taken = iter(stream)
        for _ in range(3):
            last = next(taken)
        taken.close()
        self.assertEqual(stream.state_dict(), stream.state_dict(after=last))
        other = WaveformStream(self.set, 7)
        other.load_state_dict(stream.state_dict())
        self.assertEqual(160, int(next(iter(other))["rows"][0]))
        with self.assertRaisesRegex(ValueError, "seed 4"):
            other.load_state_dict({"row": 0, "seed": 4})

    def test_an_epoch_goes_on_where_the_last_one_ended(self) -> None:
        stream = WaveformStream(self.set, 50, batches=4)
        self.assertEqual([[0, 50, 100, 150], [200, 250, 300, 350]], [_firsts(stream) for _ in range(2)])

    def test_slips_are_refused(self) -> None:
        for slip in ({"batch_size": 0}, {"start_row": -1}, {"rank": 2, "world_size": 2}, {"prefetch": 0}):
            with self.assertRaises(ValueError, msg=str(slip)):
                WaveformStream(self.set, **{"batch_size": 4, **slip})


class KilledServersTest(unittest.TestCase):
    def test_the_stream_goes_on_with_the_right_row_after_kills(self) -> None:
        moments = random.Random(1)
        state = None
        seen = []
        with tempfile.TemporaryDirectory() as folder:
            for _ in range(KILLS):
                some = waveforms(seed=5, folder=folder)
                stream = WaveformStream(some, 500)
                if state is not None:
                    stream.load_state_dict(state)
                killer = threading.Timer(moments.uniform(0, 0.5), os.kill, (some._server.pid, signal.SIGKILL))
                killer.start()
                with self.assertRaises(chirpmill.ServerError):
                    for batch in stream:
                        seen += batch["rows"].tolist()
                        state = stream.state_dict()
                killer.join()
                some.close()
                self.assertEqual([], os.listdir(folder))
        self.assertEqual(list(range(len(seen))), seen)


if __name__ == "__main__":
    unittest.main()
