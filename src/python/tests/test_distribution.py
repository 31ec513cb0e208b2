"""What build-wheel makes, piece by piece; src/python/try-wheel tries the whole."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import tarfile
import tempfile
import time
import unittest
import zipfile
from datetime import datetime, timezone
from pathlib import Path

from distribution import archives, natives, package, project, runtime

_TIME = datetime(2026, 11, 1, tzinfo=timezone.utc)
_X86_64, _ARM64 = b"\x3e\0", b"\xb7\0"
_LICENCES = project.HOME / "src" / "distribution" / "licences"

#: Native libraries whose licence asks that its text goes with them: where it is.
_TEXTS = {"libJCudaDriver": "JCuda.txt", "libgcc_s": "GCC-runtime.txt", "libgfortran": "GCC-runtime.txt",
          "libhdf5": "HDF5.txt", "libjlinenative": "jline.txt", "jlinenative": "jline.txt",
          "libopenblas": "OpenBLAS.txt", "libquadmath": "libquadmath.txt"}


def _elf(machine: bytes, *versions: bytes) -> bytes:
    return b"\x7fELF" + bytes(14) + machine + bytes(8) + b"".join(b"\0" + version for version in versions) + b"\0"


class InFolder(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def write(self, name: str, content: str | bytes, mode: int = 0o644) -> Path:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        file.chmod(mode)
        return file


class JdkTest(InFolder):
    def _jdk(self, version: str) -> Path:
        self.write("jdk/bin/jlink", "", 0o755)
        return self.write("jdk/release", f'IMPLEMENTOR="X"\nJAVA_VERSION="{version}"\n').parent

    def test_versions_that_corrupt_pinned_arrays_are_refused(self) -> None:
        for version in ("25", "25.0.1", "25.0.2", "21.0.9"):
            with self.subTest(version):
                with self.assertRaisesRegex(runtime.UnfitError, f"is version {version} but must be 25"):
                    runtime.check(self._jdk(version))

    def test_newer_ones_are_taken(self) -> None:
        for version in ("25.0.3", "25.0.3.0.1", "25.0.10", "26", "26-ea"):
            with self.subTest(version):
                runtime.check(self._jdk(version))

    def test_a_runtime_without_jlink_is_refused(self) -> None:
        jdk = self._jdk("25.0.3")
        (jdk / "bin" / "jlink").unlink()
        with self.assertRaisesRegex(runtime.UnfitError, "no bin/jlink"):
            runtime.check(jdk)


class NativesTest(InFolder):
    def test_the_newest_symbol_of_this_machine_counts_in_jars_too(self) -> None:
        java = self.write("bin/java", _elf(_X86_64, b"GLIBC_2.2.5", b"GLIBC_2.17"))
        self.assertEqual((17, "bin/java"), natives.c_library(self.folder, java))
        with zipfile.ZipFile(self.folder / "some.jar", "w") as jar:
            jar.writestr("here/libsome.so.0", _elf(_X86_64, b"GLIBC_2.29", b"GLIBC_2.3.4"))
            jar.writestr("elsewhere/libsome.so", _elf(_ARM64, b"GLIBC_2.34"))
        self.assertEqual((29, "some.jar: here/libsome.so.0"), natives.c_library(self.folder, java))

    def test_tags_are_those_of_pip(self) -> None:
        self.assertEqual("manylinux_2_29_x86_64", project.wheel_tag("linux-x86_64", 29))
        self.assertEqual("manylinux_2_17_aarch64", project.wheel_tag("linux-arm64", 17))
        self.assertEqual("macosx_11_0_arm64", project.wheel_tag("macosx-arm64", 0))


class ArchivesTest(InFolder):
    def setUp(self) -> None:
        super().setUp()
        self.bundle = self.write("bundle/chirpmill", "#!/bin/sh\n", 0o755).parent
        self.write("bundle/runtime/legal/one", "text")
        (self.bundle / "runtime/legal/two").symlink_to("one")
        for name in ("LICENSE", "THIRD-PARTY.md", "licences/some.txt"):
            self.write(f"bundle/{name}", name)

    def _wheel(self, name: str) -> Path:
        package.write(self.folder / name, self.bundle, "1.2", "manylinux_2_29_x86_64", _TIME)
        return self.folder / name

    def _tar(self, name: str) -> Path:
        archives.write_tar(self.folder / name, self.bundle, _TIME)
        return self.folder / name

    def test_the_record_of_a_wheel_tells_of_every_file(self) -> None:
        with zipfile.ZipFile(self._wheel("a.whl")) as wheel:
            record = wheel.read("chirpmill-1.2.dist-info/RECORD").decode().splitlines()
            told = dict(line.split(",", 1) for line in record)
            self.assertEqual(sorted(wheel.namelist()), sorted(told))
            self.assertEqual(",", told.pop("chirpmill-1.2.dist-info/RECORD"))
            for name, digest in told.items():
                content = wheel.read(name)
                sha = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
                self.assertEqual(f"sha256={sha},{len(content)}", digest, name)

    def test_a_wheel_holds_the_package_and_keeps_what_is_executable(self) -> None:
        with zipfile.ZipFile(self._wheel("a.whl")) as wheel:
            modes = {entry.filename: entry.external_attr >> 16 & 0o777 for entry in wheel.infolist()}
            self.assertEqual(0o755, modes["chirpmill/bundle/chirpmill"])
            self.assertEqual(0o644, modes["chirpmill/__init__.py"])
            self.assertIn("chirpmill/py.typed", modes)
            self.assertEqual(b"text", wheel.read("chirpmill/bundle/runtime/legal/two"))
            metadata = wheel.read("chirpmill-1.2.dist-info/METADATA").decode()
        self.assertIn("\nLicense-File: licences/some.txt\n", metadata)
        self.assertIn("\nRequires-Dist: numpy\n", metadata)

    def test_an_archive_keeps_what_is_executable(self) -> None:
        with tarfile.open(self._tar("a.tar.gz")) as tar:
            self.assertEqual(0o755, tar.getmember("bundle/chirpmill").mode)
            self.assertEqual(0o644, tar.getmember("bundle/LICENSE").mode)
            self.assertEqual("one", tar.getmember("bundle/runtime/legal/two").linkname)

    def test_the_same_content_makes_the_same_bytes(self) -> None:
        before = self._wheel("a.whl").read_bytes(), self._tar("a.tar.gz").read_bytes()
        for file in self.bundle.rglob("*"):
            os.utime(file, (0, 0))
        self.assertEqual(before, (self._wheel("b.whl").read_bytes(), self._tar("b.tar.gz").read_bytes()))


class LauncherTest(InFolder):
    """The launcher, with a script for its Java that notes the words it is given and may leave an archive of classes."""

    def setUp(self) -> None:
        super().setUp()
        launcher = (project.HOME / "src" / "distribution" / "chirpmill").read_text(encoding="utf-8")
        self.launcher = self.write("bundle/chirpmill", launcher, 0o755)
        self.jar = self.write("bundle/lib/chirpmill.jar", "jar")
        self.cache = self.folder / "cache"
        self._java('for word; do case $word in -XX:ArchiveClassesAtExit=*) echo classes >"${word#*=}" ;; esac; done')

    def _java(self, does: str) -> None:
        self.write("bundle/runtime/bin/java",
                   f'#!/bin/sh\nexec 3>>"{self.folder}/words"\nprintf "%s|" "$@" >&3\necho >&3\n{does}\n', 0o755)

    def _run(self, *words: str, cache: str | None = None) -> list[str]:
        """The words of each start of Java."""
        noted = self.folder / "words"
        noted.write_text("")
        environment = {**os.environ, "XDG_CACHE_HOME": cache or str(self.cache)}
        environment.pop("CHIRPMILL_JAVA_OPTS", None)
        subprocess.run([self.launcher, *words], env=environment, check=True)
        return noted.read_text().splitlines()

    def test_the_first_start_makes_an_archive_of_classes_and_later_ones_take_it(self) -> None:
        first = self._run("generate", "my settings.yaml", "--dry-run")
        self.assertEqual(2, len(first))
        self.assertIn("-XX:ArchiveClassesAtExit=", first[0])
        self.assertRegex(first[1], r"\|org.chirpmill.cli.Chirpmill\|generate\|my settings.yaml\|--dry-run\|$")
        archive = re.search(r"-XX:SharedArchiveFile=([^|]+)\|", first[1])
        assert archive is not None
        self.assertEqual("classes\n", Path(archive[1]).read_text())
        self.assertEqual(first[1:], self._run("generate", "my settings.yaml", "--dry-run"))
        self.assertEqual([Path(archive[1])], list((self.cache / "chirpmill").iterdir()), "nothing else is left")
        self.assertEqual(0o700, (self.cache / "chirpmill").stat().st_mode & 0o777)

    def test_a_newer_jar_has_it_made_again(self) -> None:
        self._run()
        os.utime(self.jar, (time.time() + 60, time.time() + 60))
        self.assertEqual(2, len(self._run()))

    def test_where_none_can_be_made_it_is_tried_once(self) -> None:
        self._java("case $* in *ArchiveClassesAtExit*) exit 1 ;; esac")
        self.assertEqual(2, len(self._run("--version")))
        self.assertEqual(1, len(self._run("--version")))

    def test_where_nothing_can_be_written_it_runs_all_the_same(self) -> None:
        self.assertEqual(1, len(self._run("--version", cache=str(self.jar))))

    def test_a_link_finds_it(self) -> None:
        link = self.folder / "link"
        link.symlink_to(self.launcher)
        self.launcher = link
        self.assertIn(f"|{self.jar}:", self._run("--version")[-1])


class LicencesTest(unittest.TestCase):
    def test_native_libraries_go_with_the_text_of_their_licence(self) -> None:
        table = (project.HOME / "THIRD-PARTY.md").read_text(encoding="utf-8").partition("## Native libraries")[2]
        rows = re.findall(r"^\| (\w+) \| (\S[^|]*\S) \| ", table.partition("\n## ")[0], re.MULTILINE)
        names = {name for name, licence in rows if licence not in ("licence", "Apache-2.0")}
        self.assertEqual(set(_TEXTS), names, "each has a text in src/distribution/licences")
        jcudas = project.HOME / "src" / "main" / "resources" / "META-INF" / "licences"
        explanation = (_LICENCES / "README.md").read_text(encoding="utf-8")
        for text in _TEXTS.values():
            self.assertTrue((_LICENCES / text).is_file() or (jcudas / text).is_file(), text)
            self.assertIn(text, explanation)


if __name__ == "__main__":
    unittest.main()
