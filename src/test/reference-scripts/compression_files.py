"""Writes src/test/resources/compression: what dingo-gw makes of an amplitude spectral density, and a basis of its own.

Needs dingo-gw (the package dingo). Run in the project's folder:
    python src/test/reference-scripts/compression_files.py
"""
from pathlib import Path

import h5py
import numpy as np
import pandas as pd
from dingo.gw.domains import build_domain
from dingo.gw.SVD import SVDBasis
from dingo.gw.transforms import WhitenFixedASD

CURVE = "configs/asd/aLIGO_ZERO_DET_high_P_asd.txt"
FOLDER = Path("src/test/resources/compression")

UNIFORM = {"type": "UniformFrequencyDomain", "f_min": 20.0, "f_max": 256.0, "delta_f": 0.25}
# Begins below the first line of the file, at 9 Hz.
LOW = {"type": "UniformFrequencyDomain", "f_min": 5.0, "f_max": 32.0, "delta_f": 0.125}
MULTIBANDED = {
    "type": "MultibandedFrequencyDomain",
    "nodes": [20.0, 34.0, 46.0, 62.0],
    "delta_f_initial": 0.0625,
    "base_domain": {"type": "UniformFrequencyDomain", "f_min": 20.0, "f_max": 64.0, "delta_f": 0.0625},
}


def whitening():
    with h5py.File(FOLDER / "whitening.h5", "w") as file:
        for name, settings in {"uniform": UNIFORM, "low": LOW, "multibanded": MULTIBANDED}.items():
            file[name] = WhitenFixedASD(build_domain(settings), asd_file=CURVE).asd_array


def basis():
    """60 vectors of 130 chirp-like rows on 90 bins, with mismatches of 12 other rows at 50 and 60 vectors."""
    random = np.random.default_rng(1)
    frequencies = np.linspace(1, 2, 90)
    parameters = pd.DataFrame({"mass": random.uniform(1, 2, 142), "spin": random.uniform(-1, 1, 142)})
    rows = np.array([frequencies**-1.2 * np.exp(1j * (90 * m * frequencies**-1.7 + 9 * s * frequencies))
                     for m, s in parameters.to_numpy()])
    rows[:, :10] = 0
    vectors = SVDBasis()
    vectors.generate_basis(rows[:130], 60)
    vectors.compute_test_mismatches(rows[130:], parameters[130:].reset_index(drop=True))
    vectors.to_file(FOLDER / "dingo_basis.h5")
    with h5py.File(FOLDER / "dingo_basis_rows.h5", "w") as file:
        file["training"] = rows[:130]
        file["waveforms"] = rows[130:]
        file["coefficients"] = vectors.compress(rows[130:])
        file["decompressed"] = vectors.decompress(vectors.compress(rows[130:]))


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    whitening()
    basis()
