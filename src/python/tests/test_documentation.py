"""What docs/feed.md shows runs as it stands there, but for the settings and the end."""

from __future__ import annotations

import json
import os
import re
import tempfile
import unittest
from pathlib import Path

from .sets import SETTINGS

_PAGE = Path(__file__).parents[3] / "docs" / "feed.md"


def _examples() -> list[str]:
    return re.findall(r"```python\n(.*?)```", _PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)


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
            self.assertEqual(1, count, pattern)
        names: dict = {}
        exec(compile(example, str(_PAGE), "exec"), names)
        names["w"].close()
        return names

    def test_the_set(self) -> None:
        self._run(_examples()[0], (r'"configs/\w+\.yaml", seed=7', '"small.json", seed=7, quiet=True'))

    def test_the_training_loop(self) -> None:
        try:
            import torch  # noqa: F401
        except ImportError as missing:
            self.skipTest(f"torch is not installed: {missing}")
        names = self._run(
            _examples()[1], (r'"configs/\w+\.yaml", seed=7', '"small.json", seed=7, quiet=True'),
            (r'"chirp_mass"', '"mass_1"'), (r"prefetch=2\)", "prefetch=2, batches=4)"),
            (r"step % 1000 == 999", "step == 3"))
        self.assertEqual({"row": 1024, "seed": 7}, names["stream"].state_dict())
        self.assertTrue(Path("checkpoint.pt").is_file())


if __name__ == "__main__":
    unittest.main()
