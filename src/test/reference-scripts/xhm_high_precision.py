#!/usr/bin/env python3
"""IMRPhenomXHM at 50 digits, to tell our rounding from LALSimulation's.

Reads the fits from main/resources and ../resources/reference/IMRPhenomXHM.h5, asks LALSimulation for the (3, 2) mode,
and writes to ../resources/reference
- IMRPhenomXHM_32_high_precision.tsv: for every row the (3, -2) mode at a few frequencies around and above the one where
  it is glued, exact and as LALSimulation has it: group, row, f in Hz, Re and Im exact, Re and Im of LALSimulation;
- IMRPhenomXHM_lal_error.tsv: group, row, and how far LALSimulation's polarizations are from the exact ones at worst,
  over the peak; uniform_grid_IMRPhenomXHM_lal_error.tsv: the same of the set IMRPhenomXHM/exact in that file.
All systems are solved as written, all derivatives of the mixed mode are differences over 1e-20 at 50 digits, where the
Java code has divided differences and analytic derivatives. Mixing coefficients are rounded to single precision as
LALSimulation has them: that is part of the model. Needs h5py, mpmath, numpy and lalsimulation.
"""
import sys

import h5py
import lal
import lalsimulation
import numpy as np
from mpmath import arg, atan, cos, cbrt, diff, exp, log, lu_solve, matrix, mp, mpc, mpf, pi, sin, sqrt, tanh

import xas_high_precision as xas
from xas_high_precision import MPC, MRSUN, MTSUN, REFERENCE, evaluate, q

mp.dps = 50
AMPLITUDES, PHASES, RINGDOWNS = (xas.read_fits("hm/" + name) for name in
                                 ("xhm-amplitude-fits.txt", "xhm-phase-fits.txt", "ringdown-fits.txt"))
STEP = mpf(10) ** -20


class Binary(xas.Waveform):
    """The (2, 2) mode with what the others need of it."""

    def __init__(self, m1, m2, chi1, chi2, f_ref, phase):
        total = m1 + m2
        self.m1, self.m2, self.chi1, self.chi2 = m1 / total, m2 / total, chi1, chi2
        eta, delta = m1 * m2 / total**2, (m1 - m2) / total
        effective = (m1 * chi1 + m2 * chi2) / total
        self.v = {"eta": eta, "delta": delta, "dchi": chi1 - chi2,
                  "totalSpin": (m1**2 * chi1 + m2**2 * chi2) / (m1**2 + m2**2),
                  "chiPN": (effective - q(38, 113) * eta * (chi1 + chi2)) / (1 - q(76, 113) * eta)}
        self.spin = evaluate(xas.REMNANT["FINAL_SPIN"], self.v)
        self.mass = 1 - evaluate(xas.REMNANT["RADIATED_ENERGY"], self.v)
        super().__init__(m1, m2, chi1, chi2, f_ref, phase)
        self.norm = sqrt(2 * eta / 3) * pi**-q(1, 6)

    def total_phase(self, x):
        return self.raw(x) / self.eta + self.linear * x + self.constant

    def total_slope(self, x):
        return self.slope(x) / self.eta + self.linear

    def h22(self, x, whole):
        """In units of the strain's scale; without whole the ringdown's amplitude at every frequency."""
        if whole and x > self.cut:
            return mpf(0)
        a = self.amplitude(x) if whole else self.merger(x)
        return self.norm * x**-q(7, 6) * a * exp(mpc(0, self.total_phase(x)))


class Mode:
    def __init__(self, b, l, m):
        self.b, self.l, self.m, self.name = b, l, m, "%d%d" % (l, m)
        self.mixed = (l, m) == (3, 2)
        self.fr = self.ringdown_fit("RINGDOWN_" + self.name) / b.mass
        self.fd = self.ringdown_fit("DAMPING_" + self.name) / b.mass
        self.meco = b.meco * m / 2
        self.a1 = self.meco
        if b.m1 / b.m2 >= 20:
            chi = b.chi1
            extreme = (mpf(1.25) * m * (mpf(0.011671068725758493) - mpf(0.0000858396080377194) * chi
                       + mpf(0.000316707064291237) * chi**2) * (mpf(0.8447212540381764)
                       + mpf(6.2873167352395125) * b.eta) / (mpf(1.2857082764038923) - mpf(0.9977728883419751) * chi))
            w = (1 + tanh((b.eta - mpf(0.0192234)) / mpf(0.004))) / 2
            self.a1 = w * self.meco + (1 - w) * extreme
        self.a2 = b.fr - b.fd / 2 if self.mixed else self.fr - self.fd
        self.p2 = self.a2
        if self.mixed and b.eta < mpf(0.01) and b.chi1 < 0:
            self.p2 *= mpf(1.2) - b.chi1 / 4
        self.inspiral_amplitude()
        self.ringdown_amplitude()
        self.inspiral_phase()
        if self.mixed:
            self.spheroidal_phase()
            c = [self.ringdown_fit("MIXING_32_FROM_" + n) for n in ("22_REAL", "22_IMAGINARY", "32_REAL", "32_IMAGINARY")]
            c = [mpf(float(np.float32(float(x)))) for x in c]
            self.from22, self.from32 = mpc(-c[0], c[1]), mpc(-c[2], c[3])
        else:
            wlm = mpf(2) if l == m else mpf(m) / 3
            self.ph = {"c": mpf(0), "l": mpf(0), "2": wlm * self.phase_fit("RINGDOWN_PHASE_22_INVERSE_SQUARE"),
                       "4": mpf(0), "L": self.phase_fit("RINGDOWN_PHASE_22_LORENTZIAN") / b.eta}
        self.intermediate_amplitude()
        self.intermediate_phase()

    def ringdown_fit(self, name):
        return evaluate(RINGDOWNS[name], {"finalSpin": self.b.spin})

    def phase_fit(self, name):
        return evaluate(PHASES[name], self.b.v)

    def amplitude_fit(self, name):
        return abs(evaluate(AMPLITUDES[name], self.b.v))

    # amplitude

    def series(self):
        b = self.b
        e, d = b.eta, b.v["delta"]
        s, a = (b.chi1 + b.chi2) / 2, (b.chi1 - b.chi2) / 2
        if self.name == "21":
            return sqrt(mpf(2)) / 3, [
                0, d, -q(3, 2) * (a + s * d), (335 * d + 1404 * d * e) / 672,
                mpc(3427 * a + 3427 * s * d - 8404 * a * e - 3860 * s * d * e - 1344 * d * pi,
                    -672 * d - 672 * d * log(16)) / 1344,
                (-155965824 * a * s - 964357 * d + 432843264 * a * s * e - 23670792 * d * e + 24385536 * a * pi
                 + 24385536 * s * d * pi - 77982912 * d * a * a + 81285120 * d * e * a * a - 77982912 * d * s * s
                 + 39626496 * d * e * s * s + 21535920 * d * e * e) / mpf(8128512),
                mpc(143063173 * a + 143063173 * s * d - 546199608 * a * e - 169191096 * s * d * e - 9898560 * d * pi
                    + 20176128 * d * e * pi + 61725888 * s * d * a * a - 81285120 * s * d * e * a * a
                    + 20575296 * a**3 - 81285120 * e * a**3 + 61725888 * a * s * s - 165618432 * a * e * s * s
                    + 20575296 * d * s**3 - 1016064 * d * e * s**3 + 128873808 * a * e * e - 3859632 * s * d * e * e,
                    -1350720 * d - 72043776 * d * e - 5402880 * d * log(2) - 17224704 * d * e * log(2)) / mpf(5419008)]
        if self.name == "33":
            return q(3, 4) * sqrt(q(5, 7)), [
                0, d, 0, (-1945 * d + 2268 * d * e) / 672,
                mpc(325 * a + 325 * s * d - 1120 * a * e - 80 * s * d * e + 120 * d * pi,
                    -504 * d + 720 * d * log(q(3, 2))) / 120,
                (-2263282560 * a * s - 1077664867 * d + 9053130240 * a * s * e - 5926068792 * d * e
                 - 1131641280 * d * a * a + 4470681600 * d * e * a * a - 1131641280 * d * s * s
                 + 55883520 * d * e * s * s + 2966264784 * d * e * e) / mpf(447068160),
                mpc(22007835 * a + 22007835 * s * d - 80190540 * a * e - 31722300 * s * d * e - 9193500 * d * pi
                    + 17826480 * d * e * pi - 12428640 * a * e * e - 6078240 * s * d * e * e,
                    26467560 * d - 98774368 * d * e - 37810800 * d * log(q(3, 2)) + 37558080 * d * e * log(q(3, 2)))
                / mpf(2177280)]
        if self.name == "32":
            return sqrt(q(5, 7)) / 3, [
                0, 0, -1 + 3 * e, -4 * s * e, (10471 - 61625 * e + 82460 * e * e) / 10080,
                mpc(-3955 * s - 3955 * a * d + 10810 * s * e + 11865 * a * d * e - 12600 * s * e * e, 2520 - 11088 * e)
                / 840,
                (824173699 + 2263282560 * a * s * d - 26069649 * e - 15209631360 * a * s * d * e
                 + 3576545280 * s * e * pi + 1131641280 * a * a - 7865605440 * e * a * a + 1131641280 * s * s
                 - 11870591040 * e * s * s - 13202119896 * e * e + 13412044800 * a * a * e * e
                 + 5830513920 * s * s * e * e + 5907445488 * e**3) / mpf(447068160)]
        return 4 * sqrt(mpf(2)) / 9 * sqrt(q(5, 7)), [
            0, 0, 1 - 3 * e, 0, (-158383 + 641105 * e - 446460 * e * e) / 36960,
            mpc(565 * s + 565 * a * d - 2075 * s * e - 1695 * a * d * e + 240 * pi - 720 * e * pi + 1140 * s * e * e,
                -1008 + 3579 * e + 960 * log(2) - 2880 * e * log(2)) / 120,
            (7888301437 - 147113366400 * a * s * d - 745140957231 * e + 441340099200 * a * s * d * e
             - 73556683200 * a * a + 511264353600 * e * a * a - 73556683200 * s * s + 224302478400 * e * s * s
             + 2271682065240 * e * e - 871782912000 * a * a * e * e - 10897286400 * s * s * e * e
             - 805075876080 * e**3) / mpf(29059430400)]

    def inspiral_amplitude(self):
        factor, c = self.series()
        scale = factor * q(2, self.m)**-q(7, 6) * self.b.norm
        self.pn = [scale * k * (2 * pi / self.m)**q(i, 3) for i, k in enumerate(c)]
        nodes = [self.a1 * s for s in (q(1, 2), q(3, 4), mpf(1))]
        values = [self.amplitude_fit("INSPIRAL_AMPLITUDE_%s_%d" % (self.name, i)) for i in (1, 2, 3)]
        self.pseudo = lu_solve(matrix([[x**q(k, 3) for k in (7, 8, 9)] for x in nodes]),
                               matrix([y * x**q(7, 6) - abs(self.post_newtonian(x)) for x, y in zip(nodes, values)]))

    def post_newtonian(self, x):
        return sum(k * x**q(i, 3) for i, k in enumerate(self.pn))

    def inspiral_at(self, x):
        return x**-q(7, 6) * (abs(self.post_newtonian(x)) + sum(self.pseudo[k] * x**q(7 + k, 3) for k in range(3)))

    def ringdown_amplitude(self):
        if self.mixed:
            self.height = self.amplitude_fit("SPHEROIDAL_AMPLITUDE_32_HEIGHT")
            self.lam, self.sigma = (evaluate(AMPLITUDES["SPHEROIDAL_AMPLITUDE_32_" + n], self.b.v)
                                    for n in ("SLOPE", "WIDTH"))
        else:
            y1, y2, y3 = (self.amplitude_fit("RINGDOWN_AMPLITUDE_%s_%d" % (self.name, i)) for i in (1, 2, 3))
            if y3 >= y2 * y2 / y1:
                y3 = y2 * y2 / y1 / 2
            if y3 > y2:
                y3 = y2 / 2
            if y1 < y2 and y3 > y1:
                y3 = y1
            self.height = y1 * self.fd / (sqrt(y1 / y3) - y1 / y2)
            self.sigma = sqrt(self.height / (y2 * self.fd))
            self.lam = self.sigma * log(y1 / y3) / 2
        self.fall = self.fr + 2 * self.fd
        self.rate = -diff(self.lorentzian, self.fall) / self.lorentzian(self.fall)
        if self.mixed:
            end = self.fr - self.fd
            nodes = [self.a2, (self.a2 + end) / 2, end]
            rows = [[x**k for k in range(4)] for x in nodes] + [[k * end**(k - 1) if k else mpf(0) for k in range(4)]]
            self.cubic_end = end
            self.cubic = lu_solve(matrix(rows), matrix([
                self.amplitude_fit("SPHEROIDAL_AMPLITUDE_32_1"), self.amplitude_fit("SPHEROIDAL_AMPLITUDE_32_2"),
                self.lorentzian(end), diff(self.lorentzian, end)]))

    def lorentzian(self, x):
        w = self.sigma * self.fd
        return self.height * self.fd * exp(-self.lam / w * (x - self.fr)) / ((x - self.fr)**2 + w * w)

    def ringdown_at(self, x, mixing=True):
        if self.mixed and x < self.cubic_end:
            return sum(self.cubic[k] * x**k for k in range(4))
        if x >= self.fall:
            return self.lorentzian(self.fall) * exp(-self.rate * (x - self.fall))
        return self.lorentzian(x)

    def mixture(self, x, whole=False):
        return (self.from22 * self.b.h22(x, whole)
                + self.from32 * self.ringdown_at(x) * exp(mpc(0, self.ringdown_phase(x))))

    def mixture_phase(self, x, beside):
        return arg(self.mixture(x) / beside)

    def intermediate_amplitude(self):
        step = (self.a2 - self.a1) / 5
        fits = [(self.a1 + i * step, self.amplitude_fit("INTERMEDIATE_AMPLITUDE_%s_%d" % (self.name, i)))
                for i in (1, 2, 3, 4)]
        if self.mixed:
            last, slope = abs(self.mixture(self.a2)), None
            slope = (abs(self.mixture(self.a2 + STEP)) - abs(self.mixture(self.a2 - STEP))) / (2 * STEP)
        else:
            last, slope = self.ringdown_at(self.a2), diff(self.ringdown_at, self.a2)
        points = [(self.a1, self.inspiral_at(self.a1))] + fits + [(self.a2, last)]
        slopes = [(self.a1, diff(self.inspiral_at, self.a1)), (self.a2, slope)]
        if self.name == "21":
            points = [points[0], points[1], points[3], points[5]]
            slopes = slopes[1:]
        n = len(points) + len(slopes)
        rows = [[x**(k - q(7, 6)) for k in range(n)] for x, _ in points]
        rows += [[(k - q(7, 6)) * x**(k - q(13, 6)) for k in range(n)] for x, _ in slopes]
        self.poly = lu_solve(matrix(rows), matrix([y for _, y in points] + [y for _, y in slopes]))

    # phase

    def inspiral_phase(self):
        b, ratio = self.b, mpf(self.m) / 2
        self.lg = [k / b.eta * ratio**q(8 - i, 3) for i, k in enumerate(b.lg)]
        self.pw = [(k - g * log(ratio)) / b.eta * ratio**q(8 - i, 3) for i, (k, g) in enumerate(zip(b.p, b.lg))]
        e = b.eta
        if e > mpf(0.01):
            lam = {"21": 2 * pi * (-q(1, 2) - 2 * log(2)), "33": q(2, 3) * pi * (-q(21, 5) + 6 * log(q(3, 2))),
                   "32": -(2376 * pi * (-5 + 22 * e)) / (-3960 + 11880 * e),
                   "44": 45045 * pi * (336 - 1193 * e + 320 * (-1 + 3 * e) * log(2)) / (2 * (-1801800 + 5405400 * e))
                   }[self.name]
            self.pw[8] -= lam
        else:
            self.pw[8] += self.phase_fit("INSPIRAL_PHASE_" + self.name)

    def early(self, x):
        return sum((p + g * log(x)) * x**q(i - 5, 3) for i, (p, g) in enumerate(zip(self.pw, self.lg)))

    def spheroidal_phase(self):
        b = self.b
        nodes = [b.fr, self.fr - q(3, 2) * self.fd, self.fr - self.fd / 2, self.fr + self.fd / 2]
        c = lu_solve(matrix([[1, x**-2, x**-4, self.fd / (self.fd**2 + (x - self.fr)**2)] for x in nodes]),
                     matrix([self.phase_fit("SPHEROIDAL_PHASE_32_%d" % i) for i in (1, 2, 3, 4)]))
        self.ph = {"c": mpf(0), "l": c[0], "2": c[1], "4": c[2], "L": c[3]}
        at = b.fr + b.fd
        self.ph["l"] += (b.total_slope(at) + self.phase_fit("SPHEROIDAL_PHASE_32_TIME_SHIFT")
                         - self.ringdown_slope(at))
        self.ph["c"] = (b.total_phase(b.fr) + self.phase_fit("SPHEROIDAL_PHASE_32_PHASE_SHIFT")
                        - self.ringdown_phase(b.fr))

    def ringdown_phase(self, x):
        p = self.ph
        return p["c"] + p["l"] * x - p["2"] / x - p["4"] / (3 * x**3) + p["L"] * atan((x - self.fr) / self.fd)

    def ringdown_slope(self, x):
        p = self.ph
        return p["l"] + p["2"] / x**2 + p["4"] / x**4 + p["L"] * self.fd / (self.fd**2 + (x - self.fr)**2)

    def middle(self, x):
        c = self.mid
        return (c[0] * x + c[2] * log(x) - c[3] / x - c[4] / (3 * x**3) - c[5] / (2 * x**2)
                + c[1] * atan((x - self.fr) / self.fd))

    def middle_slope(self, x):
        return sum(c * t for c, t in zip(self.mid, self.terms(x)))

    def terms(self, x):
        return [mpf(1), self.fd / (self.fd**2 + (x - self.fr)**2), 1 / x, x**-2, x**-4, x**-3]

    def intermediate_phase(self):
        b, l, m = self.b, self.l, self.m
        eta, s = b.eta, b.v["totalSpin"]
        start = self.meco * (1 + mpf(0.001) * (1 / (4 * eta) - 1))
        end = self.a2 if self.mixed else self.fr
        nodes = [start, (sqrt(mpf(3)) * (start - end) + 2 * (start + end)) / 4, (3 * start + end) / 4,
                 (start + end) / 2, (start + 3 * end) / 4, (start + 7 * end) / 8]
        time = -2 * pi * (500 + b.fit["PSI4_TO_STRAIN"])
        values = [self.phase_fit("INTERMEDIATE_PHASE_%s_%d" % (self.name, i)) + time
                  for i in range(1, 6 if self.mixed else 7)]
        if self.name == "21" and s >= mpf(0.8):
            d = [(b.slope(2 * x) - (b.l2 if 2 * x > b.j2 else 0)) / eta for x in nodes[:3]]
            values[1] = values[2] + d[1] - d[2]
            values[0] = values[1] + d[0] - d[1]
        extreme = eta < mpf(0.05)
        if self.mixed:
            x = self.p2
            h = self.mixture(x)
            down, up = self.mixture_phase(x - STEP, h), self.mixture_phase(x + STEP, h)
            phase, slope, curvature = arg(h), (up - down) / (2 * STEP), (up + down) / STEP**2
            nodes[4] = self.a2 if extreme else x
            if not extreme:
                values[4] = slope
            rows = [self.terms(y) for y in nodes[:5]]
            away = self.fd**2 + (x - self.fr)**2
            rows.append([mpf(0), -2 * self.fd * (x - self.fr) / away**2, -x**-2, -2 * x**-3, -4 * x**-5, -3 * x**-4])
            self.mid = list(lu_solve(matrix(rows), matrix(values + [curvature])))
            if extreme:
                self.mid[0] += slope - self.middle_slope(x)
        else:
            chosen = [0, 1, 2, 3, 5]
            if extreme or (l == m and s >= mpf(0.8)) or (self.name == "33" and s < 0):
                chosen = [0, 1, 3, 4, 5]
            elif s >= mpf(0.8) and self.name == "21":
                chosen = [0, 1, 2, 4, 5]
            self.mid = list(lu_solve(matrix([self.terms(nodes[i])[:5] for i in chosen]),
                                     matrix([values[i] for i in chosen]))) + [mpf(0)]
            phase, slope = self.ringdown_phase(self.p2), self.ringdown_slope(self.p2)
        self.e1 = self.middle_slope(self.meco) - diff(self.early, self.meco)
        self.e0 = self.middle(self.meco) - self.early(self.meco) - self.e1 * self.meco
        self.r1 = self.middle_slope(self.p2) - slope
        self.r0 = self.middle(self.p2) - phase - self.r1 * self.p2
        ratio = mpf(m) / 2
        x = self.meco if not eta > mpf(0.05) else q(6, 10) * self.meco
        self.shift = (ratio * b.total_phase(x / ratio) - 3 * pi / 4 * (1 - ratio)
                      - self.early(x) - self.e1 * x - self.e0)
        if self.name == "21":
            d, f = b.v["delta"], 2 * pi * mpf(0.008)
            sign = (-q(16, 3) * d + 4 * cbrt(f) * (b.chi1 - b.chi2 + d * (b.chi1 + b.chi2))
                    + 2 * cbrt(f)**2 * d * (306 - 360 * eta) / 189)
            if sign >= 0:
                self.shift += pi

    def h(self, x, whole=True):
        """h_(l,-m) in units of the strain's scale."""
        sign = -1 if self.l % 2 else 1
        if self.mixed and x >= self.p2:
            z = self.mixture(x, whole)
            if x < self.a2:
                z *= self.smooth(x) / abs(z)
            return sign * z * exp(mpc(0, self.r1 * x + self.r0 + self.shift))
        if x < self.a2:
            a = self.smooth(x)
        else:
            a = abs(self.mixture(x, whole)) if self.mixed else self.ringdown_at(x)
        if x < self.meco:
            p = self.early(x) + self.e1 * x + self.e0
        elif x < self.p2:
            p = self.middle(x)
        else:
            p = self.ringdown_phase(x) + self.r1 * x + self.r0
        return sign * a * exp(mpc(0, p + self.shift))

    def smooth(self, x):
        if x < self.a1:
            a = self.inspiral_at(x)
        else:
            a = sum(self.poly[k] * x**k for k in range(len(self.poly))) * x**-q(7, 6)
        return a if a >= 0 else mpf("1e-15")


def harmonic(l, m, theta):
    c, s = cos(theta / 2), sin(theta / 2)
    if m < 0:
        c, s = s, c
    y = {(2, 2): sqrt(5 / (4 * pi)) * c**4, (2, 1): sqrt(5 / pi) * c**3 * s,
         (3, 3): -sqrt(mpf(21) / 2 / pi) * c**5 * s, (3, 2): sqrt(7 / (4 * pi)) * c**4 * (3 * (c * c - s * s) - 2),
         (4, 4): 3 * sqrt(7 / pi) * c**6 * s**2}[l, abs(m)]
    return -y if m < 0 and l % 2 else y


def modes(b):
    equal = b.m1 == b.m2 and b.chi1 == b.chi2
    return [Mode(b, l, m) for l, m in ((2, 1), (3, 3), (3, 2), (4, 4)) if not (equal and m % 2)]


def polarizations(b, higher, x, iota, ends=False):
    """On uniform grids the higher modes end where (2, 2) does."""
    plus, cross = mpc(0), mpc(0)
    if ends and x > b.cut:
        return plus, cross
    parts = [(2, 2, b.h22(x, True))] + [(mode.l, mode.m, mode.h(x)) for mode in higher]
    for l, m, h in parts:
        turn = mpc(0, -1)**m
        down, up = harmonic(l, -m, iota), (-1)**l * harmonic(l, m, iota)
        plus += (down + up) / 2 * turn * h
        cross += mpc(0, 1) * (down - up) / 2 * turn * h
    return plus, cross


def lal_mode(p, bodies, frequencies, f_ref):
    options = lal.CreateDict()
    sequence = lal.CreateREAL8Vector(len(frequencies))
    sequence.data = frequencies
    return lalsimulation.SimIMRPhenomXHMFrequencySequenceOneMode(
        sequence, bodies[0][0] * lal.MSUN_SI, bodies[1][0] * lal.MSUN_SI, bodies[0][1], bodies[1][1], 3, -2,
        p["luminosity_distance"] * 1e6 * lal.PC_SI, p["phase"], f_ref, options).data.data


def heavier_first(p, spins):
    bodies = [(p["mass_1"], spins[0]), (p["mass_2"], spins[1])]
    return bodies if p["mass_1"] >= p["mass_2"] else bodies[::-1]


def binary(p, bodies, f_ref):
    return Binary(*(mpf(float(y)) for y in (bodies[0][0], bodies[1][0], bodies[0][1], bodies[1][1], f_ref, p["phase"])))


def strain(b, p):
    return b.M * (b.M / MTSUN * MRSUN) / (mpf(float(p["luminosity_distance"])) * MPC)


def lal_error(b, higher, p, iota, frequencies, plus, cross, ends):
    peak = max(abs(plus).max(), abs(cross).max())
    worst = 0.0
    for k, f in enumerate(frequencies):
        exact = polarizations(b, higher, b.M * mpf(float(f)), mpf(float(iota)), ends)
        for ours, lals in zip(exact, (plus[k], cross[k])):
            worst = max(worst, float(abs(strain(b, p) * ours - mpc(lals.real, lals.imag))) / peak)
    return worst


def write_mixed_mode(out, name, b, mode, p, bodies, f_ref):
    where = np.array([float(s * mode.p2 / b.M) for s in map(mpf, (0.5, 0.7, 0.9, 0.99, 1.01, 1.1, 1.3, 1.6))])
    for f, lals in zip(where, lal_mode(p, bodies, where, f_ref)):
        h = strain(b, p) * mode.h(b.M * mpf(float(f)), False)
        out.write("%s\t%r\t%s\t%s\t%r\t%r\n" % (name, float(f), mp.nstr(h.real, 20), mp.nstr(h.imag, 20),
                                              float(lals.real), float(lals.imag)))


def main():
    with h5py.File(REFERENCE / "IMRPhenomXHM.h5") as file, \
            h5py.File(REFERENCE / "uniform_grid_IMRPhenomXHM.h5") as uniform, \
            open(REFERENCE / "IMRPhenomXHM_32_high_precision.tsv", "w") as gluing, \
            open(REFERENCE / "IMRPhenomXHM_lal_error.tsv", "w") as errors, \
            open(REFERENCE / "uniform_grid_IMRPhenomXHM_lal_error.tsv", "w") as uniform_errors:
        gluing.write("# group\trow\tf in Hz\tRe h_(3,-2)\tIm\tRe of LALSimulation\tIm; by xhm_high_precision.py\n")
        for table in errors, uniform_errors:
            table.write("# group\trow\tmax|dh| of LALSimulation over the peak; by xhm_high_precision.py\n")
        frequencies, f_ref = file["frequencies"][:], file.attrs["f_ref"]
        for group in ("edge", "production", "wide"):
            plus, cross = file[group]["h_plus"][:], file[group]["h_cross"][:]
            for row, p in enumerate(file[group]["parameters"][:]):
                bodies = heavier_first(p, (p["spin_1z"], p["spin_2z"]))
                b = binary(p, bodies, f_ref)
                higher = modes(b)
                write_mixed_mode(gluing, "%s\t%d" % (group, row), b, next(m for m in higher if m.mixed), p, bodies, f_ref)
                errors.write("%s\t%d\t%.8e\n" % (group, row, lal_error(
                    b, higher, p, p["iota"], frequencies, plus[row], cross[row], False)))
                print(group, row, file=sys.stderr)
        group = uniform["IMRPhenomXHM"]
        for row, p in enumerate(group["parameters"][:]):
            spins = [p["a_%d" % k] * (1 if p["tilt_%d" % k] == 0 else -1) for k in (1, 2)]
            b = binary(p, heavier_first(p, spins), uniform.attrs["f_ref"])
            bins = np.arange(80, 2048)
            uniform_errors.write("IMRPhenomXHM/exact\t%d\t%.8e\n" % (row, lal_error(
                b, modes(b), p, p["theta_jn"], bins * 0.25, group["exact/h_plus"][row, bins],
                group["exact/h_cross"][row, bins], True)))
            print("exact", row, file=sys.stderr)


if __name__ == "__main__":
    main()
