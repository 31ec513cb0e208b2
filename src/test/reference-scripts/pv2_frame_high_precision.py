#!/usr/bin/env python3
"""Writes ../resources/reference/IMRPhenomPv2_lal_error.tsv: rows of which LALSimulation loses the frame to rounding.

IMRPhenomPv2's angles (arXiv:1408.1810, Fig. 1) are computed from each row's spins with 50 digits and handed to
LALSimulation's own model below its conversion; what its whole road gives is compared with that. It takes the angle
between J and L as an arc cosine, which is 0 for angles below 1e-8 rad, and then calls the orbital plane's azimuth pi.
Needs lalsuite, numpy, h5py and mpmath.
"""
import pathlib

import h5py
import lal
import lalsimulation
import numpy as np
from mpmath import acos, atan2, cos, mp, mpf, sin, sqrt

mp.dps = 50
LEAST = 1e-9
F_REF = 20.0
MODEL = "IMRPhenomPv2"


def momentum(mass_1, mass_2):
    """The orbital angular momentum at the reference frequency, squares of solar masses."""
    total = mass_1 + mass_2
    eta = mass_1 * mass_2 / total**2
    v = (mpf(lal.PI) * total * mpf(lal.MTSUN_SI) * F_REF) ** (mpf(1) / 3)
    series = 1 + (mpf(3) / 2 + eta / 6) * v**2 + (mpf(27) / 8 - 19 * eta / 8 - eta**2 / 24) * v**4
    return total**2 * eta * series / v


def frame(row):
    """theta_JN, alpha at f_ref, the aligned model's phase and the polarizations' angle."""
    m1, m2 = mpf(row["mass_1"]), mpf(row["mass_2"])
    along = momentum(m1, m2)
    j = [m1**2 * mpf(row["spin_1" + axis]) + m2**2 * mpf(row["spin_2" + axis]) for axis in "xyz"]
    j[2] += along
    across = sqrt(j[0] ** 2 + j[1] ** 2)
    phase, iota = mpf(row["phase"]), mpf(row["iota"])
    phi = atan2(j[1], j[0]) if across > 0 else mp.pi / 2 - phase
    theta = atan2(across, j[2])

    def turned(x, y, z):
        x, y = x * cos(phi) + y * sin(phi), y * cos(phi) - x * sin(phi)
        return x * cos(theta) - z * sin(theta), y, x * sin(theta) + z * cos(theta)

    n = turned(sin(iota) * sin(phase), sin(iota) * cos(phase), cos(iota))
    kappa = -atan2(n[1], n[0])
    x = turned(-cos(iota) * sin(phase), -cos(iota) * cos(phase), sin(iota))
    x = (x[0] * cos(kappa) - x[1] * sin(kappa), x[0] * sin(kappa) + x[1] * cos(kappa), x[2])
    n_across = sqrt(n[0] ** 2 + n[1] ** 2)
    zeta = atan2(x[0] * n[2] - x[2] * n_across, -x[1])
    return acos(n[2]), mp.pi + kappa, -phi, zeta


def chi_p(row):
    m1, m2 = row["mass_1"], row["mass_2"]
    a = [2 + 1.5 * m2 / m1, 2 + 1.5 * m1 / m2]
    across = [m1**2 * np.hypot(row["spin_1x"], row["spin_1y"]), m2**2 * np.hypot(row["spin_2x"], row["spin_2y"])]
    heavier = 1 if m2 > m1 else 0
    return max(a[0] * across[0], a[1] * across[1]) / (a[heavier] * max(m1, m2) ** 2)


def waveform(row, frequencies):
    theta, alpha, phase, zeta = frame(row)
    sequence = lal.CreateREAL8Sequence(len(frequencies))
    sequence.data = frequencies
    plus, cross = lalsimulation.SimIMRPhenomPFrequencySequence(
        sequence, row["spin_1z"], row["spin_2z"], chi_p(row), float(theta), row["mass_1"] * lal.MSUN_SI,
        row["mass_2"] * lal.MSUN_SI, row["luminosity_distance"] * 1e6 * lal.PC_SI, float(alpha), float(phase), F_REF,
        lalsimulation.IMRPhenomPv2_V, lalsimulation.NoNRT_V, None)
    p, c = plus.data.data, cross.data.data
    return float(cos(2 * zeta)) * p + float(sin(2 * zeta)) * c, float(cos(2 * zeta)) * c - float(sin(2 * zeta)) * p


def main():
    folder = pathlib.Path(__file__).resolve().parent.parent / "resources/reference"
    lines = ["# group\trow\tmax|dh| of LALSimulation over the peak; by pv2_frame_high_precision.py"]
    largest = 0
    with h5py.File(folder / (MODEL + ".h5")) as file:
        frequencies = file["frequencies"][:]
        for group in ("edge", "production", "wide"):
            for index, row in enumerate(file[group]["parameters"][:]):
                plus, cross = waveform(row, frequencies)
                theirs = file[group]["h_plus"][index], file[group]["h_cross"][index]
                peak = max(abs(plus).max(), abs(cross).max())
                error = max(abs(plus - theirs[0]).max(), abs(cross - theirs[1]).max()) / peak
                if error > LEAST:
                    lines.append("%s\t%d\t%.8e" % (group, index, error))
                else:
                    largest = max(largest, error)
    print("\n".join(lines))
    print("largest of the others: %.1e" % largest)
    (folder / (MODEL + "_lal_error.tsv")).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
