#!/usr/bin/env python3
"""Compresses the rows of a plain dataset with dingo-gw's own transforms, and compares with Chirpmill's compressed ones.

usage: dingo_gw_compresses.py PLAIN.hdf5 COMPRESSED.hdf5 [--tolerance 1e-6]      exit code 0 when both agree

Both datasets are of the same settings and seed, the second with `compression`. The transforms are composed as dingo-gw's
generate_dataset composes them: whitening, phase heterodyning, projection on the basis that the compressed dataset holds.
The other way, dingo-gw's WaveformDataset decompresses the second dataset, and its rows are compared with the first's.
Needs dingo-gw (pip install dingo-gw).
"""
import argparse
import contextlib
import io
import sys

import numpy as np
from dingo.gw.dataset import WaveformDataset
from dingo.gw.domains import build_domain
from dingo.gw.SVD import ApplySVD, SVDBasis
from dingo.gw.transforms import HeterodynePhase, WhitenFixedASD

POLARIZATIONS = ("h_plus", "h_cross")


def compression_steps(settings, domain, svd):
    compression = settings["compression"]
    if "whitening" in compression:
        yield WhitenFixedASD(domain, asd_file=compression["whitening"], inverse=False)
    if "phase_heterodyning" in compression:
        yield HeterodynePhase(domain, inverse=False, **compression["phase_heterodyning"])
    if "svd" in compression:
        yield ApplySVD(SVDBasis(dictionary=svd))


def difference(found, expected):
    """The largest relative L2 difference of a row, both polarizations together."""
    squares = {name: sum(np.sum(np.abs(rows[p]) ** 2, axis=1) for p in POLARIZATIONS)
               for name, rows in (("difference", {p: found[p] - expected[p] for p in POLARIZATIONS}),
                                  ("expected", expected))}
    return np.sqrt(np.max(squares["difference"] / squares["expected"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plain")
    parser.add_argument("compressed")
    parser.add_argument("--tolerance", type=float, default=1e-6)
    arguments = parser.parse_args()
    with contextlib.redirect_stdout(io.StringIO()):
        plain = WaveformDataset(file_name=arguments.plain, precision="double")
        compressed = WaveformDataset(file_name=arguments.compressed, precision="double")
    if not plain.parameters.equals(compressed.parameters):
        sys.exit("the parameters differ")
    sample = {"parameters": {name: plain.parameters[name].to_numpy() for name in plain.parameters},
              "waveform": {p: plain.polarizations[p] for p in POLARIZATIONS}}
    original = {p: rows.copy() for p, rows in sample["waveform"].items()}
    # Chirpmill scales nothing for them: strains of 1e-24 are squared here, which doubles bear.
    for step in compression_steps(compressed.settings, build_domain(compressed.settings["domain"]), compressed.svd):
        sample = step(sample)
    there = difference(compressed.polarizations, sample["waveform"])
    items = compressed.__getitems__(list(range(len(compressed))))
    restored = {p: np.array([item["waveform"][p] for item in items]) for p in POLARIZATIONS}
    back = difference(restored, original)
    print(f"{len(plain)} rows, {compressed.settings['domain']['type']}, {compressed.settings['compression']}")
    print(f"compressed by dingo-gw and by Chirpmill: relative L2 {there:.1e}")
    print(f"decompressed by dingo-gw and never compressed: relative L2 {back:.1e}"
          + (", of which the basis loses some" if "svd" in compressed.settings["compression"] else ""))
    sys.exit(0 if there <= arguments.tolerance else 1)


if __name__ == "__main__":
    main()
