#!/usr/bin/env python3
"""The orbit-averaged precession of six binaries at 50 digits, and LALSimulation's samples of it.

Writes ../resources/reference/spintaylor_orbits.json:
- `orbits`: for each binary L, chi1, chi2 and the time (units of M) at velocities (pi M f)^(1/3), integrated in v from
  where the spins are given by extrapolation (Gragg, Bulirsch, Stoer) with 60 digits; twice, to errors of 1e-40 and 1e-34
  a step, and kept if both agree to 1e-30. The equations are written as LALSimInspiralSpinTaylor.c and
  LALSimInspiralPNCoefficients.c have them (SpinTaylorT4, spins to order 6, phases to order 7, no spins in L, black
  holes), in time and with S = m^2 chi, nothing rearranged. Beside them what
  lalsimulation.SimInspiralSpinTaylorPNEvolveOrbit gives at some of its samples.
- `ranges`: for more binaries, where the first and the last sample of
  IMRPhenomX_InspiralAngles_SpinTaylor lie: the integrations that it makes, made one by one.
Needs numpy, mpmath and lalsuite; gmpy2 makes it ten times as fast.
"""
import json
import pathlib

import lal
import lalsimulation
import numpy
from mpmath import cbrt, euler, log, mp, mpf, nstr, pi

mp.dps = 60
FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "reference"
MTSUN = mpf(4.925490947641266978197229498498379006e-6)

# Masses (solar), spins in the frame of the orbit at 20 Hz, lowest and highest frequency.
BINARIES = {
    "production": (36.0, 29.0, 0.3, -0.2, 0.4, -0.4, 0.5, 0.1, 9.3, 180.0),
    "one to six": (60.0, 10.0, 0.6, -0.2, -0.4, -0.4, 0.5, 0.1, 9.3, 70.0),
    "equal masses": (25.0, 25.0, 0.9, 0.3, 0.1, -0.2, -0.5, 0.6, 9.3, 200.0),
    "one to twenty": (80.0, 4.0, 0.5, 0.1, -0.8, 0.1, 0.3, 0.9, 9.3, 44.0),
    "heavy": (150.0, 90.0, 0.1, 0.6, 0.7, 0.6, -0.3, 0.5, 9.3, 45.0),
    "light": (9.0, 5.0, -0.5, 0.3, -0.2, 0.1, 0.8, 0.4, 16.0, 400.0),
}


class Equations:
    """d/dt of (omega, L, S1, S2) in units of M, coefficient by coefficient."""

    def __init__(self, m1, m2):
        self.m = (m1, m2)
        self.eta = eta = m1 * m2
        self.wdot = [mpf(1), mpf(0), -(743 + 924 * eta) / 336, 4 * pi,
                     (34103 + 122949 * eta + 59472 * eta**2) / 18144, -pi * (4159 + 15876 * eta) / 672,
                     mpf(16447322263) / 139708800 - mpf(1712) / 105 * euler - mpf(56198689) / 217728 * eta
                     + pi**2 * (mpf(16) / 3 + mpf(451) / 48 * eta) + mpf(541) / 896 * eta**2
                     - mpf(5605) / 2592 * eta**3 - mpf(856) / 105 * log(mpf(16)),
                     pi / 12096 * (-13245 + 717350 * eta + 731960 * eta**2)]

        self.w4 = mpf(-247) / 48 / eta, mpf(721) / 48 / eta
        self.w6 = mpf(10879) / 672 / eta + mpf(7525) / 288, mpf(16225) / 224 / eta - mpf(12931) / 288
        self.bodies = [self.body(m) for m in self.m]
        self.newton, self.log, self.momentum = mpf(96) / 5 * eta, mpf(-1712) / 105, mpf(3) / 2 + eta / 6

    @staticmethod
    def body(m):
        """Coefficients of a body: of L.S, S.S and (L.S)^2 in the chirp, then of its precession."""
        n1, n2 = mpf(7) / 2 - 3 / m - m * m / 2, mpf(3) / 2 + 2 * m + m * m
        p1, p2 = 3 - mpf(3) / 2 * m - mpf(3) / 2 / m, mpf(3) / 2 + m
        q1, q2 = 3 * (1 / (2 * m) + 1 - m - m * m / 2), 3 * (1 / m - 1)
        return {
            "w3": mpf(-19) / 6 - mpf(25) / 4 / m,
            "w4": ((mpf(7) / 96 - mpf(5) / 2) / m**2, (mpf(-1) / 96 + mpf(15) / 2) / m**2),
            "w5": mpf(-809) / 84 / m + mpf(13795) / 1008 - mpf(527) / 24 * m - mpf(79) / 6 * m * m,
            "w6": (pi * (mpf(-37) / 3 - mpf(151) / 6 / m),
                   mpf(1019) / 64 / m**2 + mpf(251) / 576 / m + mpf(1333) / 576
                   - mpf(659) / 224 / m**2 + mpf(73) / 48 / m - mpf(43) / 4,
                   mpf(-493) / 64 / m**2 + mpf(19747) / 576 / m + mpf(5645) / 576
                   + mpf(1977) / 224 / m**2 - mpf(73) / 16 / m + mpf(129) / 4),
            "turn": (mpf(3) / 2 - m - m * m / 2, mpf(3) / 2 * (1 - 1 / m),
                     mpf(9) / 8 - m / 2 + 7 * m**2 / 12 - 7 * m**3 / 6 - m**4 / 24,
                     -(n1 + p1 + q1 + q2) / 2, -(n2 + p2) / 2),
            "mutual": mpf(-3) / 2 - m + (n2 + p2) / 2}

    def chirp(self, v, l1, l2, s11, s22, s12):
        w3 = w5 = mpf(0)
        w4 = self.w4[0] * s12 + self.w4[1] * l1 * l2
        w6 = self.w6[0] * s12 + self.w6[1] * l1 * l2 + self.log * log(v)
        for body, l, s in zip(self.bodies, (l1, l2), (s11, s22)):
            w3 += body["w3"] * l
            w4 += body["w4"][0] * s + body["w4"][1] * l * l
            w5 += body["w5"] * l
            w6 += body["w6"][0] * l + body["w6"][1] * s + body["w6"][2] * l * l
        spins = (0, 0, 0, w3, w4, w5, w6, 0)
        return self.newton * v**11 * sum((a + b) * v**n for n, (a, b) in enumerate(zip(self.wdot, spins)))

    def __call__(self, v, y):
        """d/dv of L, S1, S2, t."""
        l, s = y[0:3], (y[3:6], y[6:9])
        dots = [dot(l, x) for x in s]
        chirp = self.chirp(v, *dots, dot(s[0], s[0]), dot(s[1], s[1]), dot(s[0], s[1]))
        between = cross(s[0], s[1])
        rates, torque = [], [mpf(0)] * 3
        for i, body in enumerate(self.bodies):
            own, other, about = dots[i], dots[1 - i], cross(l, s[i])
            t = body["turn"]
            turn = (v**5 * t[0] + v**6 * (mpf(-3) / 2 * other + t[1] * own) + v**7 * t[2]
                    + v**8 * (t[3] * own + t[4] * other))
            mutual = v**6 / 2 + v**8 * body["mutual"]
            sign = -1 if i == 0 else 1
            rate = [turn * a + sign * mutual * b for a, b in zip(about, between)]
            torque = [a - b for a, b in zip(torque, rate)]
            rates += rate
        norm = self.eta / v * (1 + self.momentum * v * v)
        precession = cross(l, [x / norm for x in torque])
        rates = cross(precession, l) + rates
        factor = 3 * v * v / chirp
        return [factor * x for x in rates] + [factor]


def dot(a, b):
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a, b):
    return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]


def midpoint(f, x, y, first, length, n):
    h = length / n
    last, now = y, [a + h * b for a, b in zip(y, first)]
    for i in range(1, n):
        last, now = now, [a + 2 * h * b for a, b in zip(last, f(x + i * h, now))]
    return [(a + b + h * c) / 2 for a, b, c in zip(last, now, f(x + length, now))]


COLUMNS = 16


def extrapolated(f, x, y, length):
    """A step of order 32 and its error, by Gragg's method with 2, 4, ..., 32 substeps."""
    first = f(x, y)
    rows = []
    for j in range(COLUMNS):
        row = [midpoint(f, x, y, first, length, 2 * (j + 1))]
        for k in range(j):
            ratio = (mpf(j + 1) / (j - k)) ** 2
            row.append([a + (a - b) / (ratio - 1) for a, b in zip(row[k], rows[k])])
        error = max(abs(a - b) for a, b in zip(row[-1][:9], row[-2][:9])) if j else None
        rows = row
    return rows[-1], error


def integrate(f, start, y, end, tolerance):
    x, h = start, (end - start) / 16
    while x != end:
        if abs(h) >= abs(end - x):
            h = end - x
        new, error = extrapolated(f, x, y, h)
        factor = mpf("0.9") * (tolerance / max(error, tolerance / 10**6)) ** (mpf(1) / (2 * COLUMNS))
        if error <= tolerance:
            x, y = end if h == end - x else x + h, new
        h *= min(max(factor, mpf("0.2")), 3)
    return y


def exact(values, tolerance):
    m1, m2, *rest = [mpf(x) for x in values]
    chi, f_low, f_high = rest[:6], *rest[6:]
    total = m1 + m2
    m1, m2, seconds = m1 / total, m2 / total, total * MTSUN
    f = Equations(m1, m2)
    y0 = [mpf(0), mpf(0), mpf(1)] + [m1**2 * x for x in chi[:3]] + [m2**2 * x for x in chi[3:]] + [mpf(0)]
    # Velocities that are doubles, so that they can be asked for.
    v = lambda frequency: mpf(float(cbrt(pi * seconds * frequency)))
    states = []
    for ends in ((f_low,), (f_low + (f_high - f_low) * k / 8 for k in (2, 4, 6, 8))):
        x, y = v(mpf(20)), y0
        for end in ends:
            y, x = integrate(f, x, y, v(end), tolerance), v(end)
            states.append((x, y[:3] + [s / m1**2 for s in y[3:6]] + [s / m2**2 for s in y[6:9]] + y[9:]))
    return float(v(mpf(20))), states


def evolve(m1, m2, chi, start, end, interval, orbit=(0, 0, 1), direction=(1, 0, 0)):
    series = lalsimulation.SimInspiralSpinTaylorPNEvolveOrbit(
        interval, m1 * lal.MSUN_SI, m2 * lal.MSUN_SI, start, end, *chi, *orbit, *direction, 0, 0, 1, 1, 6, 12, 7, 0,
        lalsimulation.SpinTaylorT4)
    v, _, s1x, s1y, s1z, s2x, s2y, s2z, lx, ly, lz, ex, ey, ez = (x.data.data for x in series)
    return v, numpy.array([lx, ly, lz, s1x, s1y, s1z, s2x, s2y, s2z, ex, ey, ez]).T


def orbit(name, values):
    reference, states = exact(values, mpf(10) ** -40)
    _, again = exact(values, mpf(10) ** -34)
    worst = max(abs(a - b) for (_, x), (_, y) in zip(states, again) for a, b in zip(x[:9], y[:9]))
    assert worst < mpf(10) ** -30, worst
    m1, m2, *chi, f_low, f_high = values
    interval = 20 * (m1 + m2) * lal.MTSUN_SI
    samples = []
    for end in (f_low, f_high):
        v, y = evolve(m1, m2, chi, 20.0, end, interval)
        for i in numpy.linspace(0, len(v) - 1, 12).astype(int):
            samples.append({"v": float(v[i]), "state": [float(x) for x in y[i][:9]]})
    return {"name": name, "mass_1": m1, "mass_2": m2, "spins": list(chi), "reference": reference,
            "exact": [{"v": float(v), "state": [nstr(x, 30) for x in y]} for v, y in states], "lal": samples}


def sampled(m1, m2, chi, f_min, f_cut):
    """First and last velocity of the arrays of IMRPhenomX_InspiralAngles_SpinTaylor; None where it gives up."""
    total = (m1 + m2) * lal.MTSUN_SI
    interval = 0.5 / f_cut
    down, states_down = evolve(m1, m2, chi, 20.0, f_min - 0.5, 10 * interval)
    if len(down) <= 1:
        return None
    up, states_up = evolve(m1, m2, chi, 20.0, f_cut, 10 * interval)
    # The arrays are joined two samples before the end of the first, and the last number of the sum is never set.
    v = numpy.concatenate([down[:-2], up, [0.0]])
    y = numpy.concatenate([states_down[:-2], states_up, 0 * states_up[:1]])
    at = len(v) - 1 - min(9, len(v) - 1)
    fine, _ = evolve(m1, m2, y[at][3:9], v[at] ** 3 / numpy.pi / total, f_cut, interval, y[at][:3], y[at][9:])
    return float(v[0]) if at > 0 else float(fine[0]), float(fine[-1])


def ranges(count):
    random = numpy.random.default_rng(20)
    rows = []
    while len(rows) < count:
        total = numpy.exp(random.uniform(numpy.log(25), numpy.log(250)))
        ratio = random.uniform(0.08, 1)
        m1, m2 = float(total / (1 + ratio)), float(total * ratio / (1 + ratio))
        chi = []
        for _ in range(2):
            direction = random.normal(size=3)
            chi += [float(x) for x in random.uniform(0, 0.99) * direction / numpy.linalg.norm(direction)]
        f_min, f_cut = 9.8125, 0.19 / ((m1 + m2) * lal.MTSUN_SI)
        found = sampled(m1, m2, chi, f_min, f_cut)
        if found:
            rows.append({"mass_1": m1, "mass_2": m2, "spins": chi, "f_min": f_min, "f_cut": f_cut,
                         "first": found[0], "last": found[1]})
    return rows


def main():
    orbits = [orbit(name, values) for name, values in BINARIES.items()]
    text = (",\n".join(json.dumps(x) for x in orbits), ",\n".join(json.dumps(x) for x in ranges(200)))
    (FOLDER / "spintaylor_orbits.json").write_text('{"orbits": [\n%s\n], "ranges": [\n%s\n]}\n' % text)


if __name__ == "__main__":
    main()
