"""Which systems the native code of a distribution asks for."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

_ELF = b"\x7fELF"
#: Where the header of an ELF file says for which processors it is.
_MACHINE = slice(18, 20)
_C_LIBRARY = re.compile(rb"\0GLIBC_2\.(\d+)(?=[.\0])")


def _contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        if file.suffix == ".jar":
            with zipfile.ZipFile(file) as jar:
                for entry in jar.infolist():
                    if ".so" in entry.filename:
                        yield f"{file.name}: {entry.filename}", jar.read(entry)
        elif file.is_file():
            yield str(file.relative_to(folder)), file.read_bytes()


def c_library(folder: Path, machine_of: Path) -> tuple[int, str]:
    """The minor version of the oldest GNU C library 2 that all of a folder runs with, and what asks for that one.

    Versions of symbols stand by name in whatever is linked with them. Some jars hold code for other machines too, which
    does not count.

    :param folder: looked through, jars included
    :param machine_of: a program of the machine that is meant
    """
    machine = machine_of.read_bytes()[_MACHINE]
    newest = (0, "nothing")
    for name, content in _contents(folder):
        if content.startswith(_ELF) and content[_MACHINE] == machine:
            minor = max((int(found) for found in _C_LIBRARY.findall(content)), default=0)
            newest = max(newest, (minor, name))
    return newest
