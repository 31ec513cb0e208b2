"""The wheel: the Python package with a distribution's folder inside it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from . import project
from .archives import Wheel, files, headers

#: Of everything in it: Chirpmill and most libraries; the others'; the JDK; OpenBLAS's Fortran; JCuda's driver binding.
_LICENCE = ("Apache-2.0 AND MIT AND BSD-3-Clause AND GPL-2.0-only WITH Classpath-exception-2.0 AND "
            "GPL-3.0-or-later WITH GCC-exception-3.1 AND LGPL-2.1-or-later AND LicenseRef-NVIDIA-CUDA")


def _metadata(version: str, licences: list[str]) -> bytes:
    return headers({
        "Metadata-Version": "2.4",
        "Name": "chirpmill",
        "Version": version,
        "Summary": "Gravitational waveforms for training, as files or while they are asked for",
        "License-Expression": _LICENCE,
        "License-File": licences,
        "Requires-Python": ">=3.10",
        "Requires-Dist": ["numpy", 'torch; extra == "torch"'],
        "Provides-Extra": "torch",
    })


def write(file: Path, bundle: Path, version: str, tag: str, timestamp: datetime) -> None:
    """Writes the wheel.

    :param file: where
    :param bundle: the distribution's folder, which becomes ``chirpmill/bundle``
    :param version: Chirpmill's
    :param tag: the platform's, such as manylinux_2_29_x86_64
    :param timestamp: of all files in it
    """
    information = f"chirpmill-{version}.dist-info"
    licences = {name.relative_to(bundle).as_posix(): name.read_bytes()
                for name in [bundle / "LICENSE", bundle / "THIRD-PARTY.md", *files(bundle / "licences")]}
    with Wheel(file, information, timestamp) as wheel:
        wheel.add_folder("chirpmill", project.HOME / "src" / "python" / "chirpmill")
        wheel.add_folder("chirpmill/bundle", bundle)
        for name, text in licences.items():
            wheel.add(f"{information}/licenses/{name}", text)
        wheel.add(f"{information}/METADATA", _metadata(version, list(licences)))
        wheel.add(f"{information}/entry_points.txt", b"[console_scripts]\nchirpmill = chirpmill.command:main\n")
        wheel.add(f"{information}/WHEEL", headers({
            "Wheel-Version": "1.0", "Generator": "chirpmill build-wheel", "Root-Is-Purelib": "false",
            "Tag": f"py3-none-{tag}"}))
