#!/usr/bin/env python3
"""Trains a basis with dingo-gw and one with Chirpmill, on as many waveforms of the same prior, one after the other.

usage: dingo_gw_basis.py SETTINGS [--training N] [--validation N] [--size N]

SETTINGS ask for whitening and an SVD, such as configs/production_xphm_svd.yaml. dingo-gw gets whitened waveforms that
Chirpmill made, so its time is that of SVDBasis.generate_basis alone; Chirpmill's is the whole of `svd train`, waveforms
and start-up included. Prints seconds, peak memory and the validation mismatches of both as JSON. Needs dingo-gw.
"""
import argparse
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import h5py
import numpy as np
import yaml

CHIRPMILL = pathlib.Path(__file__).resolve().parents[2] / "chirpmill"
QUANTILES = {"median": 0.5, "p99": 0.99, "max": 1.0}


def quantiles(mismatches):
    return {name: float(np.quantile(mismatches, share)) for name, share in QUANTILES.items()}


def peak_bytes(who):
    return resource.getrusage(who).ru_maxrss * 1024


def chirpmill(settings, arguments, folder):
    basis = folder / "basis.hdf5"
    before = peak_bytes(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    subprocess.run([CHIRPMILL, "svd", "train", settings, "-o", basis, "--size", str(arguments.size),
                    "--num-training", str(arguments.training), "--num-validation", str(arguments.validation)],
                   check=True, capture_output=True)
    seconds = time.perf_counter() - began
    with h5py.File(basis) as file:
        mismatches = file["mismatches"][f"mismatch n={arguments.size}"]
    # The largest child so far: `svd train` runs first.
    return {"seconds": seconds, "peak_bytes": max(before, peak_bytes(resource.RUSAGE_CHILDREN)),
            "mismatch": quantiles(mismatches)}


def dingo(settings, arguments, folder):
    """In a process of its own, whose memory is its own."""
    plain = yaml.safe_load(pathlib.Path(settings).read_text())
    plain["compression"] = {"whitening": plain["compression"]["whitening"]}
    whitened = folder / "whitened.yaml"
    whitened.write_text(yaml.safe_dump(plain))
    rows = folder / "rows.hdf5"
    subprocess.run([CHIRPMILL, "generate", whitened, "-o", rows, "-n", str(arguments.training + arguments.validation)],
                   check=True, capture_output=True)
    run = subprocess.run([sys.executable, __file__, "--child", rows, str(arguments.training), str(arguments.size)],
                         check=True, capture_output=True, text=True)
    return json.loads(run.stdout.splitlines()[-1])


def child(rows, training, size):
    import pandas as pd
    from dingo.gw.SVD import SVDBasis

    with h5py.File(rows) as file:
        plus, cross = file["polarizations/h_plus"], file["polarizations/h_cross"]
        # In double precision, as dingo-gw has its own waveforms.
        train = np.concatenate([plus[:training], cross[:training]]).astype(np.complex128)
        validate = np.concatenate([plus[training:], cross[training:]]).astype(np.complex128)
    basis = SVDBasis()
    began = time.perf_counter()
    basis.generate_basis(train, size)
    seconds = time.perf_counter() - began
    basis.compute_test_mismatches(validate, parameters=pd.DataFrame(index=range(len(validate))), increment=size)
    print(json.dumps({"seconds": seconds, "peak_bytes": peak_bytes(resource.RUSAGE_SELF),
                      "mismatch": quantiles(basis.mismatches[f"mismatch n={size}"])}))


def main():
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("settings")
    parser.add_argument("--training", type=int, default=1000)
    parser.add_argument("--validation", type=int, default=200)
    parser.add_argument("--size", type=int, default=200)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = {"waveforms": arguments.training, "size": arguments.size,
                  "chirpmill": chirpmill(arguments.settings, arguments, pathlib.Path(folder)),
                  "dingo-gw": dingo(arguments.settings, arguments, pathlib.Path(folder))}
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
