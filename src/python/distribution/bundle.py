"""The folder of a distribution: launcher, Java runtime, libraries, settings, licences."""

from __future__ import annotations

import shutil
from pathlib import Path

from . import project, runtime

_LICENCES = ("LICENSE", "THIRD-PARTY.md")


def make(jdk: Path, folder: Path) -> None:
    """Makes it anew. Everything in it is found from the launcher's own place."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    runtime.link(jdk, folder / "runtime")
    (folder / "lib").mkdir()
    target = project.HOME / "target"
    for jar in [target / "chirpmill.jar", *sorted((target / "lib").glob("*.jar"))]:
        shutil.copyfile(jar, folder / "lib" / jar.name)
    shutil.copy(project.HOME / "src" / "distribution" / "chirpmill", folder / "chirpmill")
    # Settings to begin with, which `benchmark` takes too, with the scripts of its peers.
    shutil.copytree(project.HOME / "configs", folder / "configs")
    shutil.copytree(project.HOME / "bench" / "peers", folder / "bench" / "peers",
                    ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(project.HOME / "src" / "distribution" / "licences", folder / "licences")
    for name in _LICENCES:
        shutil.copyfile(project.HOME / name, folder / name)


def sizes(folder: Path) -> dict[str, int]:
    """Bytes by part, as they lie on the disk: the runtime's, and the libraries of Chirpmill, OpenBLAS and others."""
    found = {"the Java runtime": 0, "OpenBLAS": 0, "HDF5": 0, "Chirpmill": 0, "other libraries": 0, "the rest": 0}
    for file in folder.rglob("*"):
        if not file.is_file() or file.is_symlink():
            continue
        found[_part(file.relative_to(folder))] += file.stat().st_size
    return found


def _part(file: Path) -> str:
    if file.parts[0] == "runtime":
        return "the Java runtime"
    if file.parts[0] != "lib":
        return "the rest"
    names = {"openblas": "OpenBLAS", "hdf5": "HDF5", "chirpmill": "Chirpmill"}
    return next((part for begin, part in names.items() if file.name.startswith(begin)), "other libraries")
