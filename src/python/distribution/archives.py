"""A folder as a wheel (PEP 427) and as a .tar.gz; both are the same bytes for the same content."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

_REGULAR = 0o100000


class Wheel:
    """A wheel that is being written. Closing it writes its RECORD."""

    def __init__(self, file: Path, information: str, timestamp: datetime):
        """
        :param file: the wheel
        :param information: name of its .dist-info folder
        :param timestamp: of all that is in it
        """
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9)
        self._record = f"{information}/RECORD"
        self._date = timestamp.timetuple()[:6]
        self._lines: list[str] = []

    def add(self, name: str, content: bytes, executable: bool = False) -> None:
        """Adds a file."""
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        self._lines.append(f"{name},sha256={digest},{len(content)}\n")
        self._write(name, content, executable)

    def add_folder(self, name: str, folder: Path) -> None:
        """Adds all files below a folder; a link becomes what it leads to, for wheels know none."""
        for file in files(folder):
            self.add(f"{name}/{file.relative_to(folder).as_posix()}", file.read_bytes(), os.access(file, os.X_OK))

    def _write(self, name: str, content: bytes, executable: bool) -> None:
        if any(sign in name for sign in ',"\n'):
            raise ValueError(f"{name!r} would need quotes in RECORD")
        entry = zipfile.ZipInfo(name, self._date)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3
        entry.external_attr = (_REGULAR | (0o755 if executable else 0o644)) << 16
        self._zip.writestr(entry, content)

    def __enter__(self) -> Wheel:
        return self

    def __exit__(self, fault: object, *_: object) -> None:
        if fault is None:
            self._write(self._record, ("".join(self._lines) + f"{self._record},,\n").encode(), executable=False)
        self._zip.close()


def files(folder: Path) -> Iterator[Path]:
    """All files below a folder, in an order of their own, without Python's caches."""
    return (file for file in sorted(folder.rglob("*")) if file.is_file() and "__pycache__" not in file.parts)


def headers(fields: Mapping[str, str | list[str]]) -> bytes:
    """What METADATA and WHEEL consist of."""
    lines = [f"{name}: {value}\n" for name, values in fields.items()
             for value in ([values] if isinstance(values, str) else values)]
    return "".join(lines).encode()


def write_tar(file: Path, folder: Path, timestamp: datetime) -> None:
    """Writes a folder with its own name on top, owned by nobody in particular."""
    seconds = int(timestamp.timestamp())

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = seconds
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with open(file, "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=seconds) as packed, \
            tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        tar.add(folder, folder.name, filter=plain)
