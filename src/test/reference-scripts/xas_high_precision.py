#!/usr/bin/env python3
"""IMRPhenomXAS at 50 digits, to tell our rounding from LALSimulation's.

Reads the fits from main/resources and ../resources/reference/IMRPhenomXAS.h5 (groups edge and wide), and writes
../resources/reference/IMRPhenomXAS_high_precision.tsv: group, row, bin, Re and Im of h_plus at every 24th bin. The
coefficients of the fits are taken as the doubles they are; everything else follows arXiv:2001.11412 with the
post-Newtonian terms by symmetric and antisymmetric combinations, where the Java code goes body by body.
Needs h5py and mpmath.
"""
import pathlib

import h5py
from mpmath import atan, cbrt, cos, euler, exp, log, lu_solve, matrix, mp, mpf, pi, sin, sqrt

mp.dps = 50
ROOT = pathlib.Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "test" / "resources" / "reference"
FITS = ROOT / "main" / "resources" / "org" / "chirpmill" / "model" / "phenomx"
# The doubles that the model is defined with (LALConstants.h), taken exactly.
MTSUN, MRSUN = mpf(4.925490947641266978197229498498379006e-6), mpf(1.476625038050124729627979840144936351e3)
MPC = mpf(1e6 * 3.085677581491367278913937957796471611e16)


def q(a, b):
    return mpf(a) / b


def read_fits(name):
    fits = {}
    for line in (FITS / name).read_text().splitlines():
        words = line.split()
        if not words or words[0] in ("#", "what", "from", "lal"):
            continue
        if words[0] == "fit":
            fits[words[1]] = fit = {"terms": []}
        elif words[0] == "spin":
            fit["spin"] = words[1]
        elif words[0] == "term":
            fit["terms"].append({"factors": [(w.split("^") + ["1"])[:2] for w in words[1:]], "p": [], "q": []})
        else:
            fit["terms"][-1][words[0]].append([mpf(float(w)) for w in words[1:]])
    return fits


def evaluate(fit, values):
    s, eta = values[fit["spin"]], values.get("eta", mpf(0))
    total = mpf(0)
    for term in fit["terms"]:
        def polynomial(rows):
            return sum(c * eta**i * s**j for j, row in enumerate(rows) for i, c in enumerate(row))
        factor = mpf(1)
        for name, power in term["factors"]:
            factor *= values[name] ** (mpf(power[:-2]) / 2 if power.endswith("/2") else int(power))
        total += factor * polynomial(term["p"]) / (polynomial(term["q"]) if term["q"] else 1)
    return total


XAS, REMNANT = read_fits("xas-fits.txt"), read_fits("remnant-fits.txt")


class Waveform:
    def __init__(self, m1, m2, chi1, chi2, f_ref, phase):
        total = m1 + m2
        self.M = total * MTSUN
        eta, delta = m1 * m2 / total**2, (m1 - m2) / total
        self.eta = eta
        effective = (m1 * chi1 + m2 * chi2) / total
        v = {"eta": eta, "delta": delta, "dchi": chi1 - chi2,
             "totalSpin": (m1**2 * chi1 + m2**2 * chi2) / (m1**2 + m2**2),
             "chiPN": (effective - q(38, 113) * eta * (chi1 + chi2)) / (1 - q(76, 113) * eta)}
        a = evaluate(REMNANT["FINAL_SPIN"], v)
        mass = 1 - evaluate(REMNANT["RADIATED_ENERGY"], v)
        self.fr = evaluate(REMNANT["RINGDOWN_22"], {"finalSpin": a}) / mass
        self.fd = evaluate(REMNANT["DAMPING_22"], {"finalSpin": a}) / mass
        self.meco = evaluate(REMNANT["MECO_FREQUENCY"], v)
        z1 = 1 + cbrt(1 - a * a) * (cbrt(1 + a) + cbrt(1 - a))
        z2 = sqrt(3 * a * a + z1 * z1)
        r = 3 + z2 - (1 if a > 0 else -1) * sqrt((3 - z1) * (3 + z1 + 2 * z2))
        self.isco = 1 / (pi * (r**q(3, 2) + a))
        self.fit = {name: evaluate(fit, v) for name, fit in XAS.items()}
        self.cut = q(33, 100) if effective > mpf("0.99") else q(3, 10)
        self.amplitude_coefficients(eta, delta, chi1, chi2)
        self.phase_coefficients(eta, delta, chi1, chi2)
        x = self.M * f_ref
        self.linear = (self.fit["TIME_OF_PEAK"] - self.slope(self.fr - self.fd) / eta
                       - 2 * pi * (500 + self.fit["PSI4_TO_STRAIN"]))
        self.constant = 2 * phase + pi / 4 - self.raw(x) / eta - self.linear * x

    def amplitude_coefficients(self, eta, d, c1, c2):
        f, fr, fd = self.fit, self.fr, self.fd
        g2, w = f["RINGDOWN_AMPLITUDE_SLOPE"], f["RINGDOWN_AMPLITUDE_WIDTH"] * fd
        self.peak = abs(fr + w * ((sqrt(1 - g2 * g2) if g2 <= 1 else 0) - 1) / g2)
        self.end = self.meco + (self.isco - self.meco) / 4
        self.width, self.decay = w, g2 / w
        self.height = (f["RINGDOWN_AMPLITUDE_PEAK"] * ((self.peak - fr)**2 + w * w)
                       * exp((self.peak - fr) * self.decay))
        c = [mpf(0)] * 10
        c[0] = mpf(1)
        c[2] = (-969 + 1804 * eta) / 672 * pi**q(2, 3)
        c[3] = (81 * (c1 + c2) + 81 * d * (c1 - c2) - 44 * (c1 + c2) * eta) / 48 * pi
        c[4] = (-27312085 - 10287648 * c1**2 * (1 + d) + 24 * (428652 * c2**2 * (d - 1)
                + (-1975055 + 10584 * (81 * c1**2 - 94 * c1 * c2 + 81 * c2**2)) * eta + 1473794 * eta**2)
                ) / mpf(8128512) * pi**q(4, 3)
        c[5] = (-6048 * c1**3 * (-1 - d + (3 + d) * eta) - 6048 * c2**3 * (-1 + d + (3 - d) * eta)
                + 287213 * (c1 * (1 + d) + c2 * (1 - d)) - 4 * 93414 * (c1 + c2) * eta
                - 4 * 2083 * d * (c1 - c2) * eta - 35632 * (c1 + c2) * eta**2 + 42840 * (4 * eta - 1) * pi
                ) / 32256 * pi**q(5, 3)
        c[6] = (-1242641879927 + 12 * (28 * (-3248849057 + 11088 * (163199 * (c1**2 + c2**2) - 266498 * c1 * c2))
                * eta**2 + 27026893936 * eta**3 - 116424 * (147117 * (c2**2 * (1 - d) + c1**2 * (1 + d))
                + 60928 * (c1 + c2 + d * (c1 - c2)) * pi)
                + eta * (545384828789 - 77616 * (638642 * c1 * c2 + c1**2 * (-158633 + 282718 * d)
                - c2**2 * (158633 + 282718 * d) - 107520 * (c1 + c2) * pi + 275520 * pi**2)))
                ) / mpf(60085960704) * pi**2
        nodes = [self.end * s for s in (q(1, 2), q(3, 4), mpf(1))]
        rho = lu_solve(matrix([[x**q(k, 3) for k in (7, 8, 9)] for x in nodes]),
                       matrix([f["INSPIRAL_AMPLITUDE_%d" % i] for i in (2, 3, 4)]))
        c[7:] = list(rho)
        self.a = c

        def inspiral(x):
            return sum(k * x**q(i, 3) for i, k in enumerate(c))

        def inspiral_slope(x):
            return sum(q(i, 3) * k * x**(q(i, 3) - 1) for i, k in enumerate(c))

        def ringdown_slope(x):
            return -self.merger(x) * (self.decay + 2 * (x - fr) / ((x - fr)**2 + w * w))

        def row(x):
            return [x**k for k in range(5)]

        def slope_row(x):
            return [k * x**(k - 1) if k else mpf(0) for k in range(5)]

        def value(x, y):
            return x**q(7, 6) / y

        def slope(x, y, dy):
            return q(7, 6) * x**q(1, 6) / y - x**q(7, 6) * dy / y**2
        a, b = self.end, self.peak
        middle = (a + b) / 2
        self.quartic = lu_solve(
            matrix([row(a), slope_row(a), row(middle), row(b), slope_row(b)]),
            matrix([value(a, inspiral(a)), slope(a, inspiral(a), inspiral_slope(a)),
                    1 / f["INTERMEDIATE_AMPLITUDE"], value(b, self.merger(b)),
                    slope(b, self.merger(b), ringdown_slope(b))]))

    def merger(self, x):
        return self.height * exp(-(x - self.fr) * self.decay) / ((x - self.fr)**2 + self.width**2)

    def amplitude(self, x):
        """Times x^(-7/6)."""
        if x < self.end:
            return sum(k * x**q(i, 3) for i, k in enumerate(self.a))
        if x > self.peak:
            return self.merger(x)
        return x**q(7, 6) / sum(k * x**i for i, k in enumerate(self.quartic))

    def phase_coefficients(self, eta, d, c1, c2):
        f, fr, fd = self.fit, self.fr, self.fd
        start = q(6, 10) * (fr / 2 + self.isco)
        margin = (start - self.meco) * q(3, 100)
        self.j1, self.j2 = self.meco - margin, start + margin / 2
        self.d0 = 5 / (128 * pi**q(5, 3))
        s, t = c1 + c2, c1 - c2
        p, lg = [mpf(0)] * 12, [mpf(0)] * 12
        p[0] = mpf(1)
        p[2] = (q(3715, 756) + q(55, 9) * eta) * pi**q(2, 3)
        p[3] = -16 * pi**2 + (113 * (s + t * d) - 76 * s * eta) / 6 * pi
        p[4] = (q(15293365, 508032) + q(27145, 504) * eta + q(3085, 72) * eta**2
                - q(5, 16) * (81 * c1**2 * (1 + d - 2 * eta) + 316 * c1 * c2 * eta - 81 * c2**2 * (d - 1 + 2 * eta))
                ) * pi**q(4, 3)
        lg[5] = (5 * (46374 - 6552 * eta) * pi - 732985 * (s + t * d) - 560 * (-1213 * s + 63 * t * d) * eta
                 + 85680 * s * eta**2) / 4536 * pi**q(5, 3)
        p[6] = (q(11583231236531, 4694215680) - 5 * eta * (3147553127 + 588 * eta * (-45633 + 102260 * eta)) / 3048192
                - q(6848, 21) * euler - q(640, 3) * pi**2 + q(2255, 12) * eta * pi**2 - q(13696, 21) * log(2)
                - q(6848, 63) * log(pi) + q(5, 3) * (227 * (s + t * d) - 156 * s * eta) * pi
                + 5 * (20 * c1 * c2 * eta * (11763 + 12488 * eta)
                       + 7 * c2**2 * (-15103 * (d - 1) + 2 * (-21683 + 6580 * d) * eta - 9808 * eta**2)
                       - 7 * c1**2 * (-15103 * (1 + d) + 2 * (21683 + 6580 * d) * eta + 9808 * eta**2)) / 4032) * pi**2
        lg[6] = -q(6848, 63) * pi**2
        p[7] = (5 * (15419335 + 168 * (75703 - 29618 * eta) * eta) * pi / 254016
                + 5 * (-5030016755 * (s + t * d) + 4 * (2113331119 * s + 675484362 * t * d) * eta
                       - 1008 * (208433 * s + 25011 * t * d) * eta**2 + 90514368 * s * eta**3) / 6096384
                - 5 * (57 * c1**2 * (1 + d - 2 * eta) + 220 * c1 * c2 * eta - 57 * c2**2 * (d - 1 + 2 * eta)) * pi
                + (14585 * (c2**3 * (1 - d) + c1**3 * (1 + d))
                   - 5 * (c2**3 * (8819 - 2985 * d) + 8439 * c1 * c2**2 * (d - 1) - 8439 * c1**2 * c2 * (1 + d)
                          + c1**3 * (8819 + 2985 * d)) * eta
                   + 40 * s * (17 * c1**2 - 14 * c1 * c2 + 17 * c2**2) * eta**2) / 48) * pi**q(7, 3)
        tail = -5 * (1263141 * (s + t * d) - 2 * (794075 * s + 178533 * t * d) * eta + 94344 * s * eta**2) * pi / 9072
        p[8], lg[8] = tail * (log(pi) - 1) * pi**q(8, 3), tail * pi**q(8, 3)
        norm = -3 / (128 * pi**q(5, 3))
        self.p, self.lg = [norm * k for k in p], [norm * k for k in lg]
        low, high = mpf(0.0026), q(102, 100) * self.meco
        third = f["INSPIRAL_PHASE_3"]
        nodes = [low + share * (high - low) for share in (0, q(1, 4), q(3, 4), 1)]
        bracket = lu_solve(matrix([[x**q(k, 3) for k in range(4)] for x in nodes]),
                           matrix([f["INSPIRAL_PHASE_1_LESS_3"] + third, f["INSPIRAL_PHASE_2_LESS_3"] + third, third,
                                   f["INSPIRAL_PHASE_4_LESS_3"] + third]))
        for k in range(4):
            self.p[8 + k] += self.d0 * bracket[k] * q(3, 3 + k)
        lobatto = [mpf(0), q(1, 2) - 1 / (2 * sqrt(mpf(2))), q(1, 2), q(1, 2) + 1 / (2 * sqrt(mpf(2))), mpf(1)]
        v4 = f["RINGDOWN_PHASE_4"]
        v2 = f["RINGDOWN_PHASE_2_LESS_4"] + v4
        v1 = f["RINGDOWN_PHASE_1_LESS_2"] + v2
        top = fr + q(5, 4) * fd
        nodes = [start + share * (top - start) for share in lobatto]
        nodes[3] = fr
        self.c = lu_solve(
            matrix([[1, x**-q(1, 3), x**-2, x**-4, 1 / (fd**2 + (x - fr)**2)] for x in nodes]),
            matrix([v1, v2, f["RINGDOWN_PHASE_3_LESS_4"] + v4, v4, f["RINGDOWN_PHASE_5_LESS_4"] + v4]))
        nodes = [self.j1 + share * (self.j2 - self.j1) for share in lobatto]
        v3 = f["INTERMEDIATE_PHASE_3_LESS_RINGDOWN_4"] + v4
        values = [self.inspiral_slope(self.j1),
                  q(3, 4) * (f["INTERMEDIATE_PHASE_2_LESS_RINGDOWN_4"] + v4) + f["INTERMEDIATE_PHASE_2"] / 4,
                  v3, f["INTERMEDIATE_PHASE_4_LESS_3"] + v3, v1]
        self.b = lu_solve(matrix([[x**-k for k in range(5)] for x in nodes]),
                          matrix([y - self.wide(x) for x, y in zip(nodes, values)]))
        self.k1 = self.inspiral(self.j1) - self.middle(self.j1)
        self.l2 = self.middle_slope(self.j2) - self.ringdown_slope(self.j2)
        self.k2 = self.middle(self.j2) + self.k1 - self.ringdown(self.j2) - self.l2 * self.j2

    def wide(self, x):
        return 4 * self.c[4] / (4 * self.fd**2 + (x - self.fr)**2)

    def inspiral(self, x):
        return sum((p + lg * log(x)) * x**q(i - 5, 3) for i, (p, lg) in enumerate(zip(self.p, self.lg)))

    def inspiral_slope(self, x):
        return sum((q(i - 5, 3) * (p + lg * log(x)) + lg) * x**q(i - 8, 3)
                   for i, (p, lg) in enumerate(zip(self.p, self.lg)))

    def middle(self, x):
        b = self.b
        return (b[0] * x + b[1] * log(x) - b[2] / x - b[3] / (2 * x**2) - b[4] / (3 * x**3)
                + 2 * self.c[4] / self.fd * atan((x - self.fr) / (2 * self.fd)))

    def middle_slope(self, x):
        return sum(self.b[k] * x**-k for k in range(5)) + self.wide(x)

    def ringdown(self, x):
        c = self.c
        return (c[0] * x + q(3, 2) * c[1] * x**q(2, 3) - c[2] / x - c[3] / (3 * x**3)
                + c[4] / self.fd * atan((x - self.fr) / self.fd))

    def ringdown_slope(self, x):
        c = self.c
        return c[0] + c[1] * x**-q(1, 3) + c[2] / x**2 + c[3] / x**4 + c[4] / (self.fd**2 + (x - self.fr)**2)

    def raw(self, x):
        if x < self.j1:
            return self.inspiral(x)
        if x > self.j2:
            return self.ringdown(x) + self.k2 + self.l2 * x
        return self.middle(x) + self.k1

    def slope(self, x):
        if x < self.j1:
            return self.inspiral_slope(x)
        if x > self.j2:
            return self.ringdown_slope(x) + self.l2
        return self.middle_slope(x)

    def plus(self, f, distance, iota):
        x = self.M * f
        if x > self.cut:
            return mpf(0), mpf(0)
        size = (-2 * sqrt(5 / (64 * pi)) * self.M * (self.M / MTSUN * MRSUN) / (distance * MPC)
                * sqrt(2 * self.eta / 3) * pi**-q(1, 6) * x**-q(7, 6) * (1 + cos(iota)**2) / 2 * self.amplitude(x))
        angle = self.raw(x) / self.eta + self.linear * x + self.constant
        return size * cos(angle), size * sin(angle)


def main():
    with h5py.File(REFERENCE / "IMRPhenomXAS.h5") as file, \
            open(REFERENCE / "IMRPhenomXAS_high_precision.tsv", "w") as out:
        out.write("# group\trow\tbin\tRe h_plus\tIm h_plus, of IMRPhenomXAS.h5; made by xas_high_precision.py\n")
        frequencies = file["frequencies"][:]
        for group in ("edge", "wide"):
            for row, p in enumerate(file[group]["parameters"][:]):
                bodies = sorted([(p["mass_1"], p["spin_1z"]), (p["mass_2"], p["spin_2z"])], key=lambda b: -b[0])
                wave = Waveform(mpf(bodies[0][0]), mpf(bodies[1][0]), mpf(bodies[0][1]), mpf(bodies[1][1]),
                                mpf(file.attrs["f_ref"]), mpf(p["phase"]))
                for k in range(0, len(frequencies), 24):
                    plus = wave.plus(mpf(frequencies[k]), mpf(p["luminosity_distance"]), mpf(p["iota"]))
                    out.write("%s\t%d\t%d\t%s\t%s\n" % (group, row, k, mp.nstr(plus[0], 20), mp.nstr(plus[1], 20)))


if __name__ == "__main__":
    main()
