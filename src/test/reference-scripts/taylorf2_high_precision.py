#!/usr/bin/env python3
"""TaylorF2 at 40 digits, for the rows where LALSimulation's own rounding shows.

Reads ../resources/reference/TaylorF2.h5 (group bns) and writes ../resources/reference/TaylorF2_bns_high_precision.tsv:
row, bin, Re h_plus, Im h_plus, at every sixteenth of the lowest 96 bins, where the phase is largest.
Formulas: arXiv:0907.0700 Eq. 3.18, arXiv:1303.7412 Eq. 3.15-3.16, arXiv:1501.01529, arXiv:1101.1673,
arXiv:1503.05405 Eq. 5, arXiv:1303.1528 Table 1. Needs h5py, numpy and mpmath.
"""
import pathlib

import h5py
from mpmath import cos, euler, exp, log, mp, mpf, pi, sin, sqrt

mp.dps = 40
FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "reference"
# The doubles that the model is defined with (LALConstants.h), taken exactly.
MTSUN, MRSUN = mpf(4.925490947641266978197229498498379006e-6), mpf(1.476625038050124729627979840144936351e3)
MPC = mpf(1e6 * 3.085677581491367278913937957796471611e16)


def q(a, b):
    return mpf(a) / b


def quadrupole(lam):
    if lam < 0.5:
        return mpf(1)
    x = log(lam)
    return exp(mpf("0.194") + x * (mpf("0.0936") + x * (mpf("0.0474") + x * (mpf("-0.00421") + x * mpf("0.000123")))))


def series(m1, m2, chi1, chi2, lam1, lam2):
    eta = m1 * m2 / (m1 + m2) ** 2
    c = [mpf(0)] * 15
    logs = {5: mpf(0), 6: q(-6848, 21)}
    c[0] = mpf(1)
    c[2] = q(3715, 756) + q(55, 9) * eta
    c[3] = -16 * pi
    c[4] = q(15293365, 508032) + q(27145, 504) * eta + q(3085, 72) * eta**2
    c[5] = pi * (q(38645, 756) - q(65, 9) * eta)
    c[6] = (q(11583231236531, 4694215680) - q(640, 3) * pi**2 - q(6848, 21) * (euler + log(4))
            + (q(-15737765635, 3048192) + q(2255, 12) * pi**2) * eta + q(76055, 1728) * eta**2
            - q(127825, 1296) * eta**3)
    c[7] = pi * (q(77096675, 254016) + q(378515, 1512) * eta - q(74045, 756) * eta**2)
    for m, chi, lam in ((m1 / (m1 + m2), chi1, lam1), (m2 / (m1 + m2), chi2, lam2)):
        k = quadrupole(lam)
        c[3] += m * chi * (25 + q(38, 3) * m)
        c[5] += -m * chi * (q(13915, 84) - q(10, 3) * eta + m * (q(12760, 81) + q(170, 9) * eta))
        c[6] += pi * m * chi * (q(1490, 3) + 260 * m)
        c[7] += m * chi * (q(-170978035, 48384) + q(2876425, 672) * eta + q(4735, 144) * eta**2
                           + m * (q(-7189233785, 1524096) + q(458555, 3024) * eta - q(5345, 72) * eta**2))
        c[4] += -(50 * k + q(5, 8)) * m**2 * chi**2
        c[6] += (k * (q(47035, 84) + q(2935, 6) * m - 120 * m**2)
                 + q(-410825, 672) - q(1085, 12) * m + q(1255, 36) * m**2) * m**2 * chi**2
        tide = lam * m**4
        c[10] += tide * (-288 + 264 * m)
        c[12] += tide * (q(-15895, 28) + q(4595, 28) * m + q(5715, 14) * m**2 - q(325, 7) * m**3)
        c[13] += tide * 24 * pi * (12 - 11 * m)
        c[14] += -5 * tide * (q(193986935, 571536) - q(14415613, 381024) * m - q(57859, 378) * m**2
                              - q(209495, 1512) * m**3 + q(965, 54) * m**4 - 4 * m**5)
    logs[5] = 3 * c[5]
    c[4] += q(-395, 4) * eta * chi1 * chi2
    c[6] += (q(32675, 112) + q(5575, 18) * eta) * eta * chi1 * chi2
    scale = 3 / (128 * eta)
    return [scale * x for x in c], {k: scale * x for k, x in logs.items()}


def phase(c, logs, v):
    total = sum(x * v**k for k, x in enumerate(c)) + log(v) * sum(x * v**k for k, x in logs.items())
    return total / v**5


def main():
    with h5py.File(FOLDER / "TaylorF2.h5") as f, open(FOLDER / "TaylorF2_bns_high_precision.tsv", "w") as out:
        out.write("# row\tbin\tRe h_plus\tIm h_plus, of TaylorF2.h5, group bns; made by taylorf2_high_precision.py\n")
        f_ref = mpf(float(f.attrs["f_ref"]))
        frequencies = f["frequencies"][:]
        for row, p in enumerate(f["bns/parameters"][:]):
            value = {name: mpf(float(p[name])) for name in p.dtype.names}
            m1, m2 = value["mass_1"], value["mass_2"]
            c, logs = series(m1, m2, value["spin_1z"], value["spin_2z"], value["lambda_1"], value["lambda_2"])
            mass = pi * (m1 + m2) * MTSUN
            reference = phase(c, logs, (mass * f_ref) ** q(1, 3))
            eta = m1 * m2 / (m1 + m2) ** 2
            scale = (-4 * m1 * m2 / (value["luminosity_distance"] * MPC) * MRSUN * MTSUN * sqrt(pi / 12)
                     * sqrt(5 / (32 * eta)) * (1 + cos(value["iota"]) ** 2) / 2)
            for k in range(0, 96, 16):
                v = (mass * mpf(float(frequencies[k]))) ** q(1, 3)
                angle = phase(c, logs, v) - reference - 2 * value["phase"] - pi / 4
                amplitude = scale * v ** q(-7, 2)
                out.write(f"{row}\t{k}\t{mp.nstr(amplitude * cos(angle), 20)}\t{mp.nstr(-amplitude * sin(angle), 20)}\n")


if __name__ == "__main__":
    main()
