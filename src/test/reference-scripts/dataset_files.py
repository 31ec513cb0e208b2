"""Writes the small files in src/test/resources/dataset with other people's software, for the tests of reading.

Needs h5py, numpy, pandas and dingo-gw (made with h5py 3, dingo-gw 0.10.3). Run from the repository root.
The numbers are formulas that the tests repeat.
"""
import h5py
import numpy as np
import pandas as pd
from dingo.gw.dataset import WaveformDataset

FOLDER = "src/test/resources/dataset/"


def table(rows, names):
    return pd.DataFrame({name: k + 0.125 * np.arange(rows) for k, name in enumerate(names)})


def waves(rows, bins, sign):
    row, bin_ = np.mgrid[:rows, :bins]
    return sign * (row + 1) + 0.25j * bin_


def dingo_dataset():
    settings = {
        "domain": {"type": "UniformFrequencyDomain", "f_min": 2.0, "f_max": 4.0, "delta_f": 0.5},
        "num_samples": 7,
    }
    dataset = WaveformDataset(
        dictionary={
            "settings": settings,
            "parameters": table(7, ["chirp_mass", "mass_ratio"]),
            "polarizations": {
                "h_plus": waves(7, 9, 1).astype(np.complex64),
                "h_cross": waves(7, 9, -1).astype(np.complex64),
            },
        }
    )
    dataset.to_file(FOLDER + "dingo.h5")


def other_type():
    with h5py.File(FOLDER + "other_type.h5", "w") as f:
        f.attrs["dataset_type"] = "asd_dataset"
        f["asds"] = np.ones(3)


def reference_on_samples():
    with h5py.File(FOLDER + "reference_samples.h5", "w") as f:
        f.attrs["approximant"] = "IMRPhenomD"
        f.attrs["f_ref"] = 20.0
        f["frequencies"] = 10.0 * 2.0 ** np.arange(4)
        for name, rows in (("wide", 3), ("edge", 2)):
            group = f.create_group(name)
            group["parameters"] = table(rows, ["mass_1", "mass_2", "phase"]).to_records(index=False)
            group["h_plus"] = waves(rows, 4, 1)
            group["h_cross"] = waves(rows, 4, -1)
            if name == "wide":
                group["lal_noise_peak"] = 1e-13 * np.arange(1, rows + 1)
        f["wide/h_plus"][1] = complex("nan")


def reference_on_a_uniform_grid():
    with h5py.File(FOLDER + "reference_uniform.h5", "w") as f:
        f.attrs["domain"] = "UniformFrequencyDomain f_min=2 f_max=4 delta_f=0.5 (9 bins, zero below f_min)"
        f.attrs["f_ref"] = 3
        for approximant, sets in (("IMRPhenomD", ["exact"]), ("IMRPhenomXPHM", ["exact", "multibanded"])):
            group = f.create_group(approximant)
            group["parameters"] = table(2, ["mass_1", "mass_2"]).to_records(index=False)
            for name in sets:
                group[name + "/h_plus"] = waves(2, 9, 1)
                group[name + "/h_cross"] = waves(2, 9, -1)


dingo_dataset()
other_type()
reference_on_samples()
reference_on_a_uniform_grid()
