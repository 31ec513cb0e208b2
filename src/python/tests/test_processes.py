"""What becomes of servers and clients when processes fork, end and are killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np

import chirpmill

from .sets import folder_of, wait_until, waveforms

_OWNER = """
from tests.sets import waveforms
import sys
some = waveforms(folder=sys.argv[1])
print(some.address, flush=True)
while True:
    some[0:1000]
"""


def _first_numbers(some: chirpmill.Waveforms, row: int) -> np.ndarray:
    return some[row]["waveform"]["h_plus"]


class ProcessesTest(unittest.TestCase):
    def setUp(self) -> None:
        # Beside nobody else's folders.
        self._folder = tempfile.TemporaryDirectory()
        self.folder = Path(self._folder.name)

    def tearDown(self) -> None:
        self.assertEqual([], list(self.folder.iterdir()), "nothing is left")
        self._folder.cleanup()

    def test_the_server_ends_with_its_owner(self) -> None:
        some = waveforms(folder=self.folder)
        self.assertTrue(folder_of(some).is_dir())
        some.close()
        with self.assertRaises(chirpmill.ServerError):
            some[0]

    def test_an_interrupted_question_spoils_none_of_the_next(self) -> None:
        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        before = signal.signal(signal.SIGALRM, interrupt)
        try:
            with waveforms(folder=self.folder) as some:
                expected = some[3]["waveform"]["h_plus"]
                for k in range(8):
                    with self.assertRaises(KeyboardInterrupt):
                        while True:
                            # For each question anew: Python ignores an interruption that falls into its own callbacks.
                            signal.setitimer(signal.ITIMER_REAL, 0.02 + 0.01 * k)
                            some[0:50_000]
                    np.testing.assert_array_equal(expected, some[3]["waveform"]["h_plus"])
        finally:
            signal.signal(signal.SIGALRM, before)

    def test_both_ends_of_a_fork_go_on(self) -> None:
        with waveforms(folder=self.folder) as some:
            expected = some[0:10]["waveform"]["h_plus"]
            child = os.fork()
            if child == 0:
                try:
                    same = np.array_equal(some[3]["waveform"]["h_plus"], expected[3])
                    some.close()
                    os._exit(0 if same else 1)
                finally:
                    os._exit(2)
            np.testing.assert_array_equal(some[4]["waveform"]["h_plus"], expected[4])
            self.assertEqual(0, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
            np.testing.assert_array_equal(some[5]["waveform"]["h_plus"], expected[5])

    def test_processes_of_both_kinds_share_the_server(self) -> None:
        with waveforms(folder=self.folder) as some:
            for kind in ("fork", "spawn"):
                with multiprocessing.get_context(kind).Pool(2) as pool:
                    got = pool.starmap(_first_numbers, [(some, row) for row in range(6)])
                np.testing.assert_array_equal(some[0:6]["waveform"]["h_plus"], got)

    def test_a_killed_server_is_a_clear_error_and_leaves_nothing(self) -> None:
        some = waveforms(folder=self.folder)
        kept = some[0:10]["waveform"]["h_plus"]
        before = kept.copy()
        os.kill(some._server.pid, signal.SIGKILL)
        with self.assertRaises(chirpmill.ServerError) as lost:
            while True:
                some[0]
        self.assertIn("the server has ended (signal 9)", str(lost.exception))
        np.testing.assert_array_equal(before, kept)
        some.close()

    def test_the_server_of_a_killed_owner_ends(self) -> None:
        owner = subprocess.Popen(
            [sys.executable, "-c", _OWNER, str(self.folder)], stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(chirpmill.__file__).parents[1])})
        address = Path(owner.stdout.readline().decode().strip())
        self.assertTrue(address.exists())
        owner.kill()
        owner.wait()
        owner.stdout.close()
        self.assertTrue(wait_until(lambda: not address.parent.exists()), "its folder is gone")


if __name__ == "__main__":
    unittest.main()
