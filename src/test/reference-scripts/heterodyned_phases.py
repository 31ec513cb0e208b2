#!/usr/bin/env python3
"""Writes src/test/resources/compression/heterodyned_phases.h5: what dingo-gw multiplies the bins of some domains by.

Needs dingo-gw (pip install dingo-gw==0.10.3). From the repository's root:

    python src/test/reference-scripts/heterodyned_phases.py src/test/resources/compression/heterodyned_phases.h5

A group for each domain, in which order_0 and order_2 are rows x bins complex numbers exp(i phase), one row for each of
/chirp_mass with /mass_ratio. The decimal domains have spacings that are no sums of a few powers of two: dingo-gw's
frequencies, of single precision, are not those that the settings mean.
"""
import sys

import h5py
import numpy as np
from dingo.gw.domains import build_domain
from dingo.gw.transforms.waveform_transforms import factor_fiducial_waveform

CHIRP_MASS = np.array([1.1977, 2.5, 0.87, 31.0])
MASS_RATIO = np.array([0.8, 0.125, 1.0, 0.4])


def uniform(f_min, f_max, delta_f):
    return {"type": "UniformFrequencyDomain", "f_min": f_min, "f_max": f_max, "delta_f": delta_f}


def multibanded(nodes, delta_f_initial, base):
    return {"type": "MultibandedFrequencyDomain", "nodes": nodes, "delta_f_initial": delta_f_initial,
            "base_domain": base}


DOMAINS = {
    "uniform": uniform(20.0, 64.0, 0.125),
    "uniform_decimal": uniform(20.0, 50.0, 0.1),
    "multibanded": multibanded([20.0, 34.0, 46.0, 62.0], 0.0625, uniform(20.0, 64.0, 0.0625)),
    "multibanded_decimal": multibanded([25.7, 29.3, 32.5, 48.5], 0.2, uniform(25.7, 48.6, 0.1)),
}


def main():
    with h5py.File(sys.argv[1], "w") as file:
        file["chirp_mass"] = CHIRP_MASS
        file["mass_ratio"] = MASS_RATIO
        for name, settings in DOMAINS.items():
            domain = build_domain(settings)
            ones = np.ones((len(CHIRP_MASS), len(domain)), dtype=complex)
            for order in (0, 2):
                file[f"{name}/order_{order}"] = factor_fiducial_waveform(
                    {"h_plus": ones}, domain, CHIRP_MASS, MASS_RATIO, order=order)["h_plus"]


if __name__ == "__main__":
    main()
