"""What the project says of itself."""

from __future__ import annotations

import platform
import subprocess
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

from .runtime import UnfitError

HOME = Path(__file__).resolve().parents[3]

#: Systems whose native libraries pom.xml knows, as (system, machine): name of the platform.
_PLATFORMS = {
    ("Linux", "x86_64"): "linux-x86_64", ("Linux", "aarch64"): "linux-arm64",
    ("Darwin", "arm64"): "macosx-arm64", ("Darwin", "x86_64"): "macosx-x86_64"}


def this_platform() -> str:
    """The platform of this machine, which is that of its JDK and of the libraries that Maven brings."""
    system, machine = platform.system(), platform.machine()
    if (system, machine) not in _PLATFORMS:
        raise UnfitError(f"there is no distribution for {system} on {machine}, only for "
                         + ", ".join(sorted(_PLATFORMS.values())) + ".")
    return _PLATFORMS[system, machine]


def wheel_tag(name: str, glibc_minor: int) -> str:
    """The tag by which pip knows a platform."""
    system, machine = name.split("-", 1)
    if system == "linux":
        return f"manylinux_2_{glibc_minor}_" + {"arm64": "aarch64"}.get(machine, machine)
    # Temurin 25 begins with macOS 11.
    return f"macosx_11_0_{machine}"


def _of_pom(element: str) -> str:
    root = ElementTree.parse(HOME / "pom.xml").getroot()
    found = root.find("/".join(f"{{*}}{name}" for name in element.split("/")))
    if found is None or not found.text:
        raise UnfitError(f"pom.xml has no {element}.")
    return found.text


def version() -> str:
    """Such as 0.2.0."""
    return _of_pom("version")


def timestamp() -> datetime:
    """The time that all files of a distribution have, so that two of the same content are the same."""
    return datetime.fromisoformat(_of_pom("properties/project.build.outputTimestamp").replace("Z", "+00:00"))


def build() -> None:
    """Has the launcher build what is not built."""
    built = subprocess.run([str(HOME / "chirpmill"), "--version"], stdout=subprocess.PIPE, check=False)
    if built.returncode != 0:
        raise UnfitError("./chirpmill could not be built.")
