#!/usr/bin/env python3
"""Loads a compressed dataset with real dingo-gw, lets it decompress every row, and compares with Chirpmill's reader.

usage: dingo_gw_decompresses.py COMPRESSED.hdf5 [--tolerance 1e-6]      exit code 0 when both agree

dingo-gw's decompressed rows are written as a dataset without compression, by dingo-gw itself; `chirpmill compare` then
reads both files, which decompresses the first with Chirpmill's own reader. Needs dingo-gw (pip install dingo-gw).
"""
import argparse
import contextlib
import copy
import io
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
from dingo.gw.dataset import WaveformDataset

CHIRPMILL = pathlib.Path(__file__).resolve().parents[2] / "chirpmill"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset")
    parser.add_argument("--tolerance", default="1e-6")
    arguments = parser.parse_args()
    with contextlib.redirect_stdout(io.StringIO()):
        compressed = WaveformDataset(file_name=arguments.dataset)
        rows = [compressed[i]["waveform"] for i in range(len(compressed))]
    stored = compressed.polarizations["h_plus"]
    print(f"dingo-gw loads {len(compressed)} rows of {stored.shape[1]} numbers, {stored.dtype}; compression "
          f"{compressed.settings['compression']}; V {None if compressed.svd is None else compressed.svd['V'].shape}; "
          f"decompressed to {rows[0]['h_plus'].shape[0]} bins, {rows[0]['h_plus'].dtype}")
    settings = copy.deepcopy(compressed.settings)
    settings["compression"] = None
    plain = WaveformDataset(dictionary={
        "parameters": compressed.parameters,
        "polarizations": {name: np.array([row[name] for row in rows]) for name in ("h_plus", "h_cross")},
        "settings": settings,
    })
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "decompressed_by_dingo_gw.hdf5"
        with contextlib.redirect_stdout(io.StringIO()):
            plain.to_file(file)
        sys.exit(subprocess.run([CHIRPMILL, "compare", arguments.dataset, file, "--tolerance", arguments.tolerance,
                                 "--samples", str(len(compressed))], check=False).returncode)


if __name__ == "__main__":
    main()
