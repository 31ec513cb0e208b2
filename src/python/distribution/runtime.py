"""The Java runtime of a distribution: the modules of a JDK that Chirpmill needs."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

#: JDK-8377811: the G1 collector of 25.0.0 to 25.0.2 can move arrays that native code has pinned.
OLDEST = (25, 0, 3)

#: What jdeps finds in chirpmill.jar and target/lib: java.desktop draws pictures, jdk.unsupported has javacpp's Unsafe.
MODULES = ("java.base", "java.desktop", "java.logging", "java.management", "jdk.incubator.vector", "jdk.management",
           "jdk.unsupported")


class UnfitError(Exception):
    """Why no distribution can be made, a sentence."""


def version(jdk: Path) -> tuple[int, ...]:
    """What its release file says, such as (25, 0, 3)."""
    try:
        release = (jdk / "release").read_text(encoding="utf-8")
    except OSError as unreadable:
        raise UnfitError(f"{jdk} is no JDK: {unreadable.strerror}: {unreadable.filename}.") from unreadable
    stated = re.search(r'^JAVA_VERSION="(\d+(?:\.\d+)*)', release, flags=re.MULTILINE)
    if stated is None:
        raise UnfitError(f"{jdk / 'release'} states no JAVA_VERSION.")
    return tuple(int(number) for number in stated[1].split("."))


def check(jdk: Path) -> None:
    """Refuses a JDK that is too old, or without jlink."""
    found = version(jdk)
    # 25 stands for 25.0.0.
    if found + (0,) * (3 - len(found)) < OLDEST:
        raise UnfitError(
            f"{jdk} is version {'.'.join(map(str, found))} but must be {'.'.join(map(str, OLDEST))} or newer: "
            "older ones of 25 can corrupt arrays that native code has pinned (JDK-8377811).")
    if not (jdk / "bin" / "jlink").is_file():
        raise UnfitError(f"{jdk} has no bin/jlink: name a JDK, not a runtime.")


def find() -> Path:
    """The JDK of JAVA_HOME, else the newest under /usr/lib/jvm; checked."""
    named = os.environ.get("JAVA_HOME")
    if named:
        check(Path(named))
        return Path(named)
    there = [release.parent for release in Path("/usr/lib/jvm").glob("*/release")]
    if not there:
        raise UnfitError("there is no JDK under /usr/lib/jvm: set JAVA_HOME to the folder of one.")
    newest = max(there, key=version)
    check(newest)
    return newest


def link(jdk: Path, target: Path) -> None:
    """Makes the runtime, with the archive of the JDK's own classes and the licences of its modules."""
    linked = subprocess.run(
        [str(jdk / "bin" / "jlink"), "--add-modules", ",".join(MODULES), "--no-header-files", "--no-man-pages",
         "--compress", "zip-9", "--generate-cds-archive", "--output", str(target)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if linked.returncode != 0:
        raise UnfitError(f"jlink of {jdk} failed: {linked.stdout.strip()}")
    # It offers what the launcher does not use: a key store's tool, and the remote objects' where it is there.
    for tool in (target / "bin").iterdir():
        if tool.name != "java":
            tool.unlink()
    notice = jdk / "NOTICE"
    if notice.is_file():
        (target / "NOTICE").write_bytes(notice.read_bytes())
