"""What docs/feed.md shows runs as it stands there, but for the settings and the end."""

from __future__ import annotations

import json
import os
import re
import tempfile
import unittest
from pathlib import Path

import chirpmill

from .sets import PARAMETERS, SETTINGS

_PAGE = Path(__file__).parents[3] / "docs" / "feed.md"


def _example(heading: str) -> str:
    """The first one under a heading."""
    section = _PAGE.read_text(encoding="utf-8").split(f"# {heading}\n", 1)[1]
    found = re.search(r"```python\n(.*?)```", section, flags=re.DOTALL)
    assert found is not None, heading
    return found[1]


class DocumentationTest(unittest.TestCase):
    def setUp(self) -> None:
        self._before = os.getcwd()
        self._folder = tempfile.TemporaryDirectory()
        os.chdir(self._folder.name)
        Path("small.json").write_text(json.dumps(SETTINGS), encoding="utf-8")

    def tearDown(self) -> None:
        os.chdir(self._before)
        self._folder.cleanup()

    def _run(self, example: str, *changes: tuple[str, str]) -> dict:
        for pattern, replacement in changes:
            example, count = re.subn(pattern, replacement, example)
            self.assertGreater(count, 0, pattern)
        names: dict = {}
        exec(compile(example, str(_PAGE), "exec"), names)
        if isinstance(names.get("w"), chirpmill.Waveforms):
            names["w"].close()
        return names

    def test_the_set(self) -> None:
        self._run(_example("From Python"), (r'"configs/\w+\.yaml", seed=7', '"small.json", seed=7, quiet=True'))

    def test_the_training_loop(self) -> None:
        try:
            import torch  # noqa: F401
        except ImportError as missing:
            self.skipTest(f"torch is not installed: {missing}")
        names = self._run(
            _example("Into PyTorch"), (r'"configs/\w+\.yaml", seed=7', '"small.json", seed=7, quiet=True'),
            (r'"chirp_mass"', '"mass_1"'), (r"prefetch=2\)", "prefetch=2, batches=4)"),
            (r"step % 1000 == 999", "step == 3"))
        self.assertEqual({"row": 1024, "seed": 7}, names["stream"].state_dict())
        self.assertTrue(Path("checkpoint.pt").is_file())

    def test_what_the_commands_do(self) -> None:
        Path("waveform.json").write_text(json.dumps({**SETTINGS, "waveform_parameters": PARAMETERS}), encoding="utf-8")
        names = self._run(
            _example("Datasets, plans and single waveforms"), (r"configs/quick\.yaml", "small.json"),
            (r"num_samples=100_000", "num_samples=20, quiet=True"),
            (r'"configs/waveform\.yaml"', '"waveform.json", quiet=True'))
        self.assertTrue(Path("set.hdf5").is_file())
        self.assertEqual((129,), names["h"]["h_plus"].shape)


if __name__ == "__main__":
    unittest.main()
