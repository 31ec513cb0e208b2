"""LALSimulation's ratio of the antisymmetric to the symmetric (2, 2) amplitude, averaged over bins.

Writes src/test/resources/reference/antisymmetric_ratio.h5: /parameters (structured), /spin and /angle of the single spin
that stands for both (arXiv:2107.08876, Eqs. 17 to 19, with the difference of the spins in the plane), /frequencies (Hz)
and /ratio (rows x frequencies) of SimIMRPhenomX_PNR_GenerateAntisymmetricAmpRatio. Rows 0 to 5 are drawn; 6 is light,
so that it rings beyond the last bin, and 7 heavy.

    python antisymmetric_ratio.py antisymmetric_ratio.h5
"""

import sys

import h5py
import lal
import lalsimulation
import numpy as np

DELTA_F, F_MIN, F_MAX, F_REF = 0.5, 20.0, 400.0, 20.0
NAMES = ["mass_1", "mass_2"] + [f"spin_{body}{axis}" for body in "12" for axis in "xyz"]


def single_spin(m1, m2, one, two):
    """Magnitude and polar angle, body 1 the heavier."""
    along = (m1 * one[2] + m2 * two[2]) / m1
    q = m1 / m2
    weights = 2 + 1.5 / q, 2 + 1.5 * q
    perp = [weight * m * m * np.hypot(*spin[:2]) for weight, m, spin in zip(weights, (m1, m2), (one, two))]
    across = max(perp) / (weights[0] * m1 * m1)
    if q <= 1.5:
        difference = np.linalg.norm(m1 * m1 * one[:2] - m2 * m2 * two[:2]) / (m1 * m1)
        share = np.sin((q - 1) * np.pi) ** 2
        across = share * across + (1 - share) * difference
    return np.hypot(along, across), np.arctan2(across, along)


def draw(rng, total, q):
    spins = []
    for _ in range(2):
        direction = rng.normal(size=3)
        spins.append(rng.uniform(0.1, 0.9) * direction / np.linalg.norm(direction))
    return total * q / (1 + q), total / (1 + q), *spins


def main(path):
    rng = np.random.default_rng(17)
    binaries = [draw(rng, total, q) for total, q in
                [(60, 1.2), (80, 2.5), (100, 1.45), (50, 4.0), (120, 7.0), (70, 1.01), (12, 1.8), (280, 3.0)]]
    parameters = np.zeros(len(binaries), dtype=[(name, "f8") for name in NAMES])
    spins, ratios = [], []
    for row, (m1, m2, one, two) in enumerate(binaries):
        parameters[row] = (m1, m2, *one, *two)
        spins.append(single_spin(m1, m2, one, two))
        ratio, frequencies = lalsimulation.SimIMRPhenomX_PNR_GenerateAntisymmetricAmpRatio(
            m1 * lal.MSUN_SI, m2 * lal.MSUN_SI, *one, *two, 0.4, DELTA_F, F_MIN, F_MAX, F_REF, lal.CreateDict())
        ratios.append(ratio.data)
    with h5py.File(path, "w") as file:
        file["parameters"] = parameters
        file["spin"], file["angle"] = np.array(spins).T
        file["frequencies"] = frequencies.data
        file["ratio"] = np.array(ratios)
        file.attrs["delta_f"] = DELTA_F


if __name__ == "__main__":
    main(*sys.argv[1:])
