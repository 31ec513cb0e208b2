"""Writes into src/test/resources/dataset what dingo-gw makes, without a word, of settings that can hardly be meant.

Needs dingo-gw (made with dingo-gw 0.10.3, bilby 2.8.2, lalsuite 7.26.16). Run from the repository root.
"""
import numpy as np
from bilby.core.utils import random
from dingo.gw.dataset.generate_dataset import generate_dataset

FOLDER = "src/test/resources/dataset/"
FIXED = {
    "mass_ratio": 0.8, "chi_1": 0.5, "chi_2": 0.3, "theta_jn": 0.5, "phase": 0.4,
    "luminosity_distance": 500.0, "geocent_time": 0.0,
}


def write(name, rows, f_min, f_max, delta_f, prior, approximant="IMRPhenomD", **others):
    random.seed(7)
    np.random.seed(7)
    generate_dataset({
        "domain": {"type": "UniformFrequencyDomain", "f_min": f_min, "f_max": f_max, "delta_f": delta_f},
        "waveform_generator": {"approximant": approximant, "f_ref": 20.0},
        "intrinsic_prior": FIXED | prior,
        "num_samples": rows,
    } | others, 1).to_file(FOLDER + name)


# aLIGO's curve begins at 9 Hz: dingo-gw takes its density below as infinite.
write("dingo_gap.h5", 4, 4.0, 32.0, 1.0, {"chirp_mass": "bilby.core.prior.Uniform(20, 40)"},
      compression={"whitening": "aLIGO_ZERO_DET_high_P_asd.txt"})
# IMRPhenomD ends at a M f of 0.2: with more than 2030 solar masses, below 20 Hz. The angle is one in degrees.
write("dingo_empty.h5", 12, 20.0, 32.0, 0.5, {"total_mass": "bilby.core.prior.Uniform(1500, 2500)",
      "theta_jn": "bilby.core.prior.Uniform(0, 360)"})
write("dingo_same.h5", 3, 20.0, 32.0, 1.0, {"chirp_mass": 28.0})
write("dingo_tides.h5", 12, 20.0, 32.0, 1.0, {
    "chirp_mass": 1.2, "lambda_tilde": "bilby.core.prior.Uniform(0, 1000)",
    "delta_lambda_tilde": "bilby.core.prior.Uniform(-500, 500)"}, "TaylorF2")
