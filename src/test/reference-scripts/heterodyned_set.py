#!/usr/bin/env python3
"""Writes src/test/resources/dataset/heterodyned_by_dingo_gw.h5: a dataset that dingo-gw itself made and compressed.

Needs dingo-gw (pip install dingo-gw==0.10.3). From the repository's root:

    python src/test/reference-scripts/heterodyned_set.py src/test/resources/dataset/heterodyned_by_dingo_gw.h5

Whitened, heterodyned to order 2 and projected on a basis that dingo-gw trained. Beside what its WaveformDataset writes,
the group /decompressed holds what it reads of these rows: h_plus and h_cross, strain per Hz.
"""
import sys

import h5py
import numpy as np
from bilby.core.utils import random
from dingo.gw.dataset import WaveformDataset
from dingo.gw.dataset.generate_dataset import generate_dataset

SETTINGS = {
    "domain": {"type": "MultibandedFrequencyDomain", "nodes": [20.0, 24.0, 30.0, 38.0], "delta_f_initial": 0.125,
               "base_domain": {"type": "UniformFrequencyDomain", "f_min": 20.0, "f_max": 40.0, "delta_f": 0.125}},
    "waveform_generator": {"approximant": "IMRPhenomXAS", "f_ref": 20.0},
    "intrinsic_prior": {
        "mass_1": "bilby.core.prior.Constraint(minimum=0.5, maximum=6.0)",
        "mass_2": "bilby.core.prior.Constraint(minimum=0.5, maximum=6.0)",
        "mass_ratio": "bilby.gw.prior.UniformInComponentsMassRatio(minimum=0.5, maximum=1.0)",
        "chirp_mass": "bilby.gw.prior.UniformInComponentsChirpMass(minimum=1.2, maximum=1.6)",
        "phase": "default", "chi_1": 0.03, "chi_2": "bilby.core.prior.Uniform(minimum=-0.05, maximum=0.05)",
        "theta_jn": "default", "luminosity_distance": 100.0, "geocent_time": 0.0,
    },
    "num_samples": 6,
    "compression": {"whitening": "aLIGO_ZERO_DET_high_P_asd.txt", "phase_heterodyning": {"order": 2},
                    "svd": {"size": 12, "num_training_samples": 40, "num_validation_samples": 4}},
}


def main():
    random.seed(11)
    generate_dataset(SETTINGS, 1).to_file(sys.argv[1])
    read = WaveformDataset(file_name=sys.argv[1])
    rows = read.__getitems__(list(range(len(read))))
    with h5py.File(sys.argv[1], "a") as file:
        for name in ("h_plus", "h_cross"):
            file[f"decompressed/{name}"] = np.array([row["waveform"][name] for row in rows])


if __name__ == "__main__":
    main()
