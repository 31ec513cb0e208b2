"""Writes src/test/resources/source/near_alignment.txt: sources whose frame is hard to find in double precision.

The six rotations that LALSimulation documents for SimInspiralTransformPrecessingNewInitialConditions, done in 60 digits,
where their arc cosines near 1 do no harm. Needs mpmath. Run from the repository's root:

    python src/test/reference-scripts/near_alignment.py > src/test/resources/source/near_alignment.txt

The lines are laid out as those of bilby_sources.txt.
"""
from mpmath import acos, atan2, cbrt, cos, matrix, mp, mpf, pi, sin, sqrt

mp.dps = 60
SOLAR_MASS_SECONDS = mpf(4.925490947641266978e-06)
HALF_TURN = 3.141592653589793


def about_z(angle):
    return matrix([[cos(angle), -sin(angle), 0], [sin(angle), cos(angle), 0], [0, 0, 1]])


def about_y(angle):
    return matrix([[cos(angle), 0, sin(angle)], [0, 1, 0], [-sin(angle), 0, cos(angle)]])


def at(theta, phi):
    return matrix([sin(theta) * cos(phi), sin(theta) * sin(phi), cos(theta)])


def source(p, f_ref, phase):
    p = {name: mpf(value) for name, value in p.items()}
    m1, m2, phase = p["mass_1"], p["mass_2"], mpf(phase)
    total = m1 + m2
    eta = m1 * m2 / total ** 2
    v = cbrt(pi * total * SOLAR_MASS_SECONDS * mpf(f_ref))
    s1, s2 = at(p["tilt_1"], phase), at(p["tilt_2"], p["phi_12"] + phase)
    j = m1 ** 2 * p["a_1"] * s1 + m2 ** 2 * p["a_2"] * s2
    j[2] += total ** 2 * eta / v * (1 + v ** 2 * (mpf(3) / 2 + eta / 6))
    length = sqrt(j[0] ** 2 + j[1] ** 2 + j[2] ** 2)
    to_j = about_z(p["phi_jl"] - pi) * about_y(-acos(j[2] / length)) * about_z(-atan2(j[1], j[0]))
    l, s1, s2 = to_j * matrix([0, 0, 1]), to_j * s1, to_j * s2
    n = matrix([0, sin(p["theta_jn"]), cos(p["theta_jn"])])
    iota = acos(n[1] * l[1] + n[2] * l[2])
    to_l = about_y(-acos(l[2])) * about_z(-atan2(l[1], l[0]))
    n, s1, s2 = to_l * n, to_l * s1, to_l * s2
    last = about_z(pi / 2 - atan2(n[1], n[0]) - phase)
    s1, s2 = p["a_1"] * (last * s1), p["a_2"] * (last * s2)
    return [m1, m2, *s1, *s2, iota, phase, p["luminosity_distance"], 0, 0]


def main():
    base = {"mass_1": 36.0, "mass_2": 29.0, "theta_jn": 0.5, "phi_jl": 0.3, "tilt_1": 0.5, "tilt_2": 0.8,
            "phi_12": 1.7, "a_1": 0.5, "a_2": 0.3, "luminosity_distance": 1000.0}
    cases = [
        {"a_1": 1e-9, "a_2": 1e-9},
        {"a_1": 1e-5, "a_2": 1e-7},
        {"a_1": 1e-9, "a_2": 1e-9, "theta_jn": 1e-7},
        {"tilt_1": 1e-8, "tilt_2": 1e-6},
        {"tilt_1": HALF_TURN - 1e-7, "tilt_2": 1e-7},
        {"tilt_1": 1e-7, "tilt_2": 1e-7, "theta_jn": HALF_TURN - 1e-7},
        {"theta_jn": 0.0},
        {"theta_jn": HALF_TURN},
        {"theta_jn": 1e-9},
        {"theta_jn": 1.5707963267948966, "phi_jl": 1.5707963267948966},
        {"mass_1": 100.0, "mass_2": 2.0, "a_1": 0.99, "tilt_1": 3.0, "a_2": 0.9},
        {"mass_1": 30.0, "mass_2": 30.0, "a_1": 0.5, "a_2": 0.5, "tilt_2": 0.5, "phi_12": HALF_TURN - 1e-3},
    ]
    print(f"# mpmath, {mp.dps} digits; written by src/test/reference-scripts/near_alignment.py")
    print("# f_ref; spin_conversion_phase; redshift luminosity_distance; parameters; source")
    for case in cases:
        p = {**base, **case}
        for phase in (0.0, 1.1):
            print("; ".join([
                "20.0", "-", "0.0 0.0",
                " ".join(f"{name}={value!r}" for name, value in {**p, "phase": phase}.items()),
                " ".join(repr(float(x)) for x in source(p, 20.0, phase))]))


if __name__ == "__main__":
    main()
