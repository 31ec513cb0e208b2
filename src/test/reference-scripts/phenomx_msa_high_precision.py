#!/usr/bin/env python3
"""The two-spin (MSA) angles of IMRPhenomXP at 80 digits, beside LALSimulation's own.

Reads ../resources/reference/phenomx_msa_angles.h5 and rows of its own; writes
../resources/reference/phenomx_msa_high_precision.json: for each row the inputs, the exact roots, averages and psi0 at the
reference frequency, and at some frequencies alpha, epsilon, cos(beta) exactly and as LALSimulation gives them.
Formulas as printed in arXiv:1703.03967 (Eqs. 21, 23, 41, 45, 51, 65 to 67, Appendices A to F) with the choices that
make them version 223; nothing is rearranged, the digits take care of cancellation. Constants are LALSimulation's
doubles, taken exactly. Needs h5py, numpy, mpmath and lalsuite.
"""
import json
import pathlib

import h5py
import lal
import lalsimulation
from mpmath import acos, asin, atan, cbrt, cos, ellipf, ellipfun, log, mp, mpf, pi, sqrt, tan

mp.dps = 80
FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "reference"
MTSUN = mpf(4.925490947641266978197229498498379006e-6)
F_REF = 20.0
FREQUENCIES = (10.0, 20.0, 45.0, 130.0, 420.0)
NAMES = "mass_1 mass_2 spin_1x spin_1y spin_1z spin_2x spin_2y spin_2z".split()

# Low spins, near alignment (where LALSimulation rounds tilts away), near and at equal masses, near the up-down instability, extreme mass ratios.
OWN = {
    "spins of 1e-3": (36, 29, 6e-4, -3e-4, 5e-4, -2e-4, 7e-4, 4e-4),
    "spins of 1e-6": (36, 29, 6e-7, -3e-7, 5e-7, -2e-7, 7e-7, 4e-7),
    "one small spin": (36, 29, 0.3, -0.2, 0.4, 3e-7, 2e-7, -4e-7),
    "tilts of 1e-3": (36, 29, 5e-4, 3e-4, 0.7, -2e-4, 4e-4, 0.5),
    "tilts of 1e-6": (36, 29, 5e-7, 3e-7, 0.7, -2e-7, 4e-7, 0.5),
    "nearly anti-aligned": (40, 25, 5e-4, 3e-4, -0.7, -2e-4, 4e-4, -0.5),
    "up and down": (40, 32, 5e-2, 3e-2, 0.8, -2e-2, 4e-2, -0.7),
    "q = 1 - 1e-2": (50, 49.5, 0.4, -0.3, 0.2, 0.1, 0.5, -0.3),
    "q = 1 - 1e-4": (50, 49.995, 0.4, -0.3, 0.2, 0.1, 0.5, -0.3),
    "q = 1 - 1e-6": (50, 49.99995, 0.4, -0.3, 0.2, 0.1, 0.5, -0.3),
    "q = 1 - 1e-9": (50, 49.99999995, 0.4, -0.3, 0.2, 0.1, 0.5, -0.3),
    "q = 1 - 1e-12": (50, 49.99999999995, 0.4, -0.3, 0.2, 0.1, 0.5, -0.3),
    "q = 1": (50, 50, 0.4, -0.3, 0.2, 0.1, 0.5, -0.3),
    "q = 1, small spins": (50, 50, 4e-4, -3e-4, 2e-4, 1e-4, 5e-4, -3e-4),
    "q = 1/30": (90, 3, 0.4, -0.3, 0.2, 0.1, 0.5, -0.3),
    "q = 1/30, anti-aligned": (90, 3, 0.2, -0.1, -0.8, 0.1, 0.5, -0.3),
    "q = 1/30, aligned": (90, 3, 0.05, 0.02, 0.98, 0.1, 0.5, -0.3),
    "light": (3, 2, -0.2365, 0.0391, 0.4388, -0.0075, -0.2151, 0.2090),
    "nearly coplanar": (36, 29, 0.4, 0, 0.3, -0.3, 1e-9, 0.2),
    "tilts of 1e-9": (36, 29, 5e-10, 3e-10, 0.7, -2e-10, 4e-10, 0.5),
    "tilts of 1e-13": (36, 29, 5e-14, 3e-14, 0.7, -2e-14, 4e-14, 0.5),
    "one tilt of 1e-9": (36, 29, 0.3, -0.2, 0.4, -2e-10, 4e-10, 0.5),
    "q = 1/20, anti-aligned to 3e-8": (57, 2.85, 2e-8, 2e-8, -0.99, -2e-8, 1e-8, -0.99),
    "q = 1/20, anti-aligned to 1e-8": (57, 2.85, 7e-9, 7e-9, -0.99, -7e-9, 3e-9, -0.99),
    "q = 1/20, anti-aligned to 1e-14": (57, 2.85, 7e-15, 7e-15, -0.99, -7e-15, 3e-15, -0.99),
}
FROM_FILE = [("production", 0), ("production", 7), ("production", 19), ("wide", 1), ("wide", 2), ("wide", 9),
             ("wide", 17), ("edge", 0), ("edge", 4), ("edge", 6), ("edge", 7), ("edge", 9), ("edge", 10), ("edge", 13),
             ("edge", 14), ("edge", 16), ("edge", 17), ("edge", 18)]


class Binary:
    """Everything at the reference frequency."""

    def __init__(self, mass_1, mass_2, *chi):
        total = mass_1 + mass_2
        if not mass_1 > mass_2:
            mass_1, mass_2, chi = mass_2, mass_1, chi[3:] + chi[:3]
        self.time = total * MTSUN
        m1, m2 = mass_1 / total, mass_2 / total
        self.equal = m1 == m2
        self.eta = eta = m1 * m2
        self.q = q = m2 / m1
        self.delta = m1 - m2
        s1, s2 = [m1**2 * x for x in chi[:3]], [m2**2 * x for x in chi[3:]]
        self.s1sq, self.s2sq = sum(x * x for x in s1), sum(x * x for x in s2)
        self.s1l, self.s2l = s1[2], s2[2]
        self.s1s2 = sum(a * b for a, b in zip(s1, s2))
        self.seff = (1 + q) * self.s1l + (1 + 1 / q) * self.s2l
        self.v0 = cbrt(pi * self.time * F_REF)
        self.l0 = eta / self.v0
        total_spin = [a + b for a, b in zip(s1, s2)]
        self.s0sq = sum(x * x for x in total_spin)
        self.j0sq = total_spin[0] ** 2 + total_spin[1] ** 2 + (total_spin[2] + self.l0) ** 2
        self.volume = s1[0] * s2[1] - s1[1] * s2[0]
        self.frozen = any(x[0] ** 2 + x[1] ** 2 <= mpf(2) ** -104 * x[2] ** 2 for x in (s1, s2))
        self.s3, self.sm, self.sp = self.roots(self.l0, self.j0sq)
        self.sav = (self.sp + self.sm) / 2
        self.c1 = (self.j0sq - self.l0**2 - self.sav) / (2 * self.l0) * eta
        self.momentum = (
            mpf(3) / 2 + eta / 6,
            self.beta(mpf(-14) / 6, mpf(-3) / 2),
            mpf(27) / 8 - mpf(19) / 8 * eta + eta**2 / 24,
            self.beta(mpf(-11) / 2 + mpf(133) / 72 * eta, mpf(-33) / 8 + mpf(7) / 4 * eta),
            mpf(135) / 16 + (mpf(-6889) / 144 + mpf(41) / 24 * pi**2) * eta + mpf(31) / 24 * eta**2
            + mpf(7) / 1296 * eta**3)
        self.drift()
        self.phase()
        self.rates()
        self.phi0 = self.zeta0 = mpf(0)
        phi, zeta, _ = self.angles(self.v0)
        self.phi0, self.zeta0 = -phi, -zeta

    def beta(self, a, b):
        return self.s1l * (a + b * self.q) + self.s2l * (a + b / self.q)

    def roots(self, l, jsq):
        """Eqs. 21 and B2 to B4, as S3^2, S-^2, S+^2."""
        if self.frozen:
            return mpf(0), self.s0sq, self.s0sq + mpf(1e-9)
        if self.equal:
            return mpf(0), self.s0sq, self.s0sq
        q, eta, delta, s1, s2, seff = self.q, self.eta, self.delta, self.s1sq, self.s2sq, self.seff
        d = jsq - l**2
        b = (l**2 + s1) * q + 2 * l * seff - 2 * jsq - s1 - s2 + (l**2 + s2) / q
        c = (d**2 - 2 * l * seff * d - 2 * (1 - q) / q * l**2 * (s1 - q * s2) + 4 * eta * l**2 * seff**2
             - 2 * delta * (s1 - s2) * seff * l + 2 * (1 - q) / q * (q * s1 - s2) * jsq)
        e = ((1 - q) / q * (s2 - q * s1) * d**2 + delta**2 * (s1 - s2) ** 2 * l**2 / eta
             + 2 * delta * l * seff * (s1 - s2) * d)
        p = c - b * b / 3
        r = 2 * b**3 / 27 - b * c / 3 + e
        third = sqrt(-p / 3)
        argument = max(mpf(-1), min(mpf(1), mpf(3) / 2 * r / p / third))
        theta = acos(argument) / 3
        return sorted(2 * third * cos(theta - 2 * pi * k / 3) - b / 3 for k in range(3))

    def drift(self):
        """d omega / dt of arXiv:1307.4418 with the spins at f_ref, and g_n of Eqs. A1 to A4."""
        eta, q = self.eta, self.q
        sigma = (mpf(-494) / 5 * self.s1s2 + mpf(1442) / 5 * self.s1l * self.s2l) / eta
        tau = (q * (mpf(-233) / 5 * self.s1sq + mpf(719) / 5 * self.s1l**2)
               + (mpf(-233) / 5 * self.s2sq + mpf(719) / 5 * self.s2l**2) / q) / eta
        a0 = mpf(96) / 5 * eta
        a2 = eta * (mpf(-1486) / 35 - mpf(264) / 5 * eta)
        a3 = eta * (384 * pi / 5 + self.beta(mpf(-904) / 5, mpf(-120)))
        a4 = eta * (mpf(34103) / 945 + mpf(13661) / 105 * eta + mpf(944) / 15 * eta**2 + sigma + tau)
        self.g = (1 / a0, mpf(0), -a2 / a0**2, -a3 / a0**2, -(a4 * a0 - a2**2) / a0**3)

    def phase(self):
        """Eqs. 51, C1, C2 and psi0 of Eq. 23."""
        self.psi1 = self.psi2 = self.psi0 = mpf(0)
        if self.equal:
            return
        eta, q, c = self.eta, self.q, self.c1 / self.eta
        self.psi1 = 3 * (2 * eta**2 * self.seff - self.c1) / (eta * self.delta**2)
        first = 4 * c**2 * (1 + q) ** 2 - 8 * c * q * (1 + q) * self.seff - 4 * (
            (1 - q**2) ** 2 * self.s1sq - q**2 * self.seff**2)
        second = 4 * c**2 * q**2 * (1 + q) ** 2 - 8 * c * q**2 * (1 + q) * self.seff - 4 * (
            (1 - q**2) ** 2 * self.s2sq - q**2 * self.seff**2)
        root = sqrt(abs(first * second))
        self.psi2 = 3 * self.g[2] / self.g[0] + mpf(3) / 4 * (1 + q) ** 2 / (1 - q) ** 4 * (
            -20 * c**2 * q**2 * (1 + q) ** 2
            + 2 * (1 - q**2) ** 2 * (q * (2 + q) * self.s1sq + (1 + 2 * q) * self.s2sq - 2 * q * self.sav)
            + 2 * q**2 * (7 + 6 * q + 7 * q**2) * 2 * c * self.seff
            - 2 * q**2 * (3 + 4 * q + 3 * q**2) * self.seff**2 + q * root)
        if self.sp - self.sm >= mpf(1e-5):
            m = (self.sp - self.sm) / (self.sp - self.s3)
            ratio = max(mpf(0), min(mpf(1), (self.sp - self.s0sq) / (self.sp - self.sm)))
            side = 1 if self.volume >= 0 else -1
            self.psi0 = ellipf(asin(side * sqrt(ratio)), m) - self.psi(self.v0)

    def psi(self, v):
        return self.psi0 - mpf(3) / 4 * self.g[0] * self.delta * (1 + self.psi1 * v + self.psi2 * v**2) / v**3

    def rates(self):
        """Appendices D and E."""
        eta, q, c1, seff, g = self.eta, self.q, self.c1, self.seff, self.g
        rm = self.sp - self.sm
        cp, cm = self.sp * eta**2 - c1**2, self.sm * eta**2 - c1**2
        root = sqrt(abs(cp * cm))
        d2 = (cp - root) / eta**2
        d4 = -rm * root / eta**2 / 2 - cp / eta**4 * (root - cp)
        dw = 4 * cp - 4 * d2 * eta**2
        a = (-3 * (1 + q) / q * (2 * (1 + q) * eta**2 * seff * c1 - (1 + q) * c1**2
                                 + (1 - q) * eta**2 * (self.s1sq - self.s2sq))) / dw
        c = mpf(3) / 32 / eta * rm**2 / dw
        h = -2 * (2 * d2 - rm) * c1 / dw
        f = (rm * d2 - d4 - rm**2 / 4) / dw
        gd = mpf(3) / 16 / eta**3 * rm**2 * (c1 - eta**2 * seff) / dw
        o = [mpf(1) / 2 + mpf(3) / 4 / eta + a,
             -mpf(3) / 4 * seff / eta - a * seff - a * h,
             a * h * seff + c - a * f + a * h**2,
             (a * f - c - a * h**2) * (seff + h) + a * f * h,
             (c + a * h**2 - 2 * a * f) * (h * seff + h**2 - f) - a * f**2]
        k = c1 / eta**2
        z = [o[0], o[1] + o[0] * k, o[2] + o[1] * k, o[3] + o[2] * k + gd, o[4] + o[3] * k - gd * seff - gd * h]
        over = lambda x: [sum(g[i] * x[n - i] for i in range(n + 1)) for n in range(5)]
        self.phi_rate = [3 * x for x in over(o)]
        self.zeta_rate = [w * x for w, x in zip((-1, mpf(-3) / 2, -3, 3, 3), over(z))]

    def angles(self, v):
        eta, c1, sav = self.eta, self.c1, self.sav
        l = eta / v
        jsq = l**2 + 2 * l * c1 / eta + sav
        j = sqrt(jsq)
        roots = self.roots(l, jsq)
        s3, sm, sp = roots
        ssq = sp
        phi, zeta = self.secular(v, j)
        if sp - sm >= mpf(1e-5):
            psi = self.psi(v)
            sn = ellipfun("sn", psi, m=(sp - sm) / (sp - s3))
            ssq = sp - (sp - sm) * sn**2
            nutation = self.nutation(v, l, j, s3, sm, sp, psi)
            phi, zeta = phi + nutation[0], zeta + nutation[1]
        n = self.momentum
        l3 = l * (1 + v**2 * (n[0] + v * (n[1] + v * (n[2] + v * (n[3] + v * n[4])))))
        j3 = sqrt(l3**2 + 2 * l3 * c1 / eta + sav)
        cosine = (j3**2 + l3**2 - ssq) / (2 * l3 * j3)
        return phi + self.phi0, zeta + self.zeta0, max(mpf(-1), min(mpf(1), cosine))

    def secular(self, v, j):
        """Eqs. D22 to D26 and F5."""
        eta, c1, sav = self.eta, self.c1, self.sav
        s, l = sqrt(sav), eta / v
        log1, log2 = log(abs(c1 + j * eta + eta * l)), log(abs(c1 + j * s * v + sav * v))
        i = [j / eta**4 * (c1**2 / 2 - c1 * eta**2 / v / 6 - sav * eta**2 / 3 - eta**4 / v**2 / 3)
             - c1 / eta / 2 * (c1**2 / eta**4 - sav / eta**2) * log1,
             -j / eta**2 * (c1 + eta * l) / 2 + (c1**2 - eta**2 * sav) / eta**3 / 2 * log1,
             -j + s * log2 - c1 / eta * log1,
             j * v - eta * log1 + c1 / s * log2,
             j * v * (c1 + v * sav) / sav / 2 - (c1**2 - eta**2 * sav) / s**3 / 2 * log2]
        z = self.zeta_rate
        return (sum(a * b for a, b in zip(i, self.phi_rate)),
                eta * (z[0] / v**3 + z[1] / v**2 + z[2] / v + z[3] * log(v) + z[4] * v))

    def nutation(self, v, l, j, s3, sm, sp, psi):
        """Eqs. B6 to B20, 67 and F19, with the absolute values of version 223."""
        eta, seff, delta = self.eta, self.seff, self.delta
        y = j**2 - sp
        c0 = j * mpf(3) / 4 * (1 - seff * v) * v**2 * (
            eta**3 + 4 * eta**3 * seff * v - 2 * eta * (y + 2 * (self.s1sq - self.s2sq) * delta) * v**2
            - 4 * eta * seff * y * v**3 + y**2 * v**4 / eta)
        c2 = -j * mpf(3) / 2 * eta * (sp - sm) * (1 + 2 * seff * v - y * v**2 / eta**2) * (1 - seff * v) * v**4
        c4 = j * mpf(3) / 4 / eta * (sp - sm) ** 2 * (1 - seff * v) * v**6
        d0 = -(j**2 - (l + sqrt(sp)) ** 2) * (j**2 - (l - sqrt(sp)) ** 2)
        d2 = -2 * (sp - sm) * (j**2 + l**2 - sp)
        d4 = -((sp - sm) ** 2)
        sd = sqrt(abs(d2**2 - 4 * d0 * d4))
        at = (j / l + l / j - sp / (j * l)) / 2
        bt = (sp - sm) / (j * l) / 2
        nc = 2 * (d0 + d2 + d4) / (2 * d0 + d2 + sd)
        nd = (2 * d0 + d2 + sd) / (2 * d0)
        rate = -mpf(3) / 4 * v**6 * (1 - v * seff) / sqrt(eta) * sqrt(sp - s3)
        t = tan(psi)
        denominator = 2 * d0 * sd * (d0 + d2 + d4)
        c = abs((c4 * d0 * (2 * d0 + d2 + sd) - c2 * d0 * (d2 + 2 * d4 - sd)
                 - c0 * (2 * d0 * d4 - (d2 + d4) * (d2 - sd))) / denominator)
        d = abs(-c4 * d0 * (2 * d0 + d2 - sd) + c2 * d0 * (d2 + 2 * d4 + sd)
                - c0 * (-2 * d0 * d4 + (d2 + d4) * (d2 + sd))) / denominator
        rc, rd = sqrt(abs(nc)), sqrt(abs(nd))
        cphi = c * rc / (nc - 1) * (atan(t) - atan(rc * t)) / rate
        dphi = d * rd / (nd - 1) * (atan(t) - atan(rd * t)) / rate
        phi = cphi + dphi
        return phi, at * phi + 2 * bt * d0 * (cphi / (sd - d2) - dphi / (sd + d2))


def lal_angles(values, m_prime, frequencies):
    series = lal.CreateREAL8Sequence(len(frequencies))
    series.data = frequencies
    alpha, gamma, cos_beta = lalsimulation.SimIMRPhenomXPMSAAngles(
        series, values[0] * lal.MSUN_SI, values[1] * lal.MSUN_SI, *values[2:], 0.0, F_REF, m_prime,
        lal.CreateDict())
    return alpha.data, gamma.data, cos_beta.data


def number(x):
    return mp.nstr(x, 25)


def record(name, values):
    exact = Binary(*[mpf(x) for x in values])
    row = {"name": name, "input": dict(zip(NAMES, values)),
           "exact": {key: number(x) for key, x in (
               ("s3_squared", exact.s3), ("spread", exact.sp - exact.sm), ("average_squared", exact.sav),
               ("average_along", exact.c1 / exact.eta), ("psi0", exact.psi0), ("psi1", exact.psi1),
               ("psi2", exact.psi2))},
           "angles": []}
    for m_prime in (1, 2, 3, 4):
        alpha, gamma, cos_beta = lal_angles(values, m_prime, [F_REF * m_prime / 2, *FREQUENCIES])
        for i, f in enumerate(FREQUENCIES):
            v = cbrt(2 * pi * exact.time * mpf(f) / m_prime)
            phi, zeta, cosine = exact.angles(v)
            # The first frequency has the v of m' = 2 at f_ref, where both angles are zero but for a constant.
            row["angles"].append({
                "f": f, "m_prime": m_prime, "phi": number(phi), "zeta": number(zeta), "cos_beta": number(cosine),
                "lal_phi": float(alpha[i + 1] - alpha[0]), "lal_zeta": float(gamma[0] - gamma[i + 1]),
                "lal_cos_beta": float(cos_beta[i + 1])})
    return row


def main():
    rows = [record(name, tuple(float(x) for x in values)) for name, values in OWN.items()]
    with h5py.File(FOLDER / "phenomx_msa_angles.h5") as source:
        for group, index in FROM_FILE:
            parameters = source[f"{group}/parameters"][index]
            rows.append(record(f"{group} {index}", tuple(float(parameters[name]) for name in NAMES)))
    text = ",\n".join(json.dumps(row) for row in rows)
    (FOLDER / "phenomx_msa_high_precision.json").write_text("[\n" + text + "\n]\n")


if __name__ == "__main__":
    main()
