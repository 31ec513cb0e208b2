"""The sources of a reference set: drawn from a realistic prior, a wide one and neutron stars', and edge cases.

Row i of a group depends on the seed, the group and i alone. What a user gives comes from here; iota and the Cartesian
spins follow from it as in bilby.
"""
import math

import lal
import lalsimulation
import numpy as np

NAMES = ("mass_1", "mass_2", "theta_jn", "phi_jl", "tilt_1", "tilt_2", "phi_12", "a_1", "a_2", "phase",
         "spin_conversion_phase", "luminosity_distance", "lambda_1", "lambda_2", "iota", "spin_1x", "spin_1y",
         "spin_1z", "spin_2x", "spin_2y", "spin_2z")
CONVERTED = NAMES[NAMES.index("iota"):]
SEED = 20261130

BASE = {"mass_1": 36.0, "mass_2": 29.0, "theta_jn": 0.5, "phi_jl": 0.3, "tilt_1": 0.5, "tilt_2": 0.8, "phi_12": 1.7,
        "a_1": 0.5, "a_2": 0.3, "phase": 0.0, "spin_conversion_phase": 0.0, "luminosity_distance": 1000.0,
        "lambda_1": 0.0, "lambda_2": 0.0}
EQUAL = {"mass_1": 30.0, "mass_2": 30.0}
EDGES = [
    {},
    {"theta_jn": 0.0},
    {"theta_jn": math.pi},
    {"theta_jn": math.pi / 2},
    EQUAL,
    {**EQUAL, "a_1": 0.0, "a_2": 0.0},
    {"a_1": 0.0, "a_2": 0.0},
    {"a_1": 0.0},
    {"a_2": 0.0},
    {"tilt_1": 0.0, "tilt_2": 0.0},
    {"tilt_1": math.pi, "tilt_2": math.pi},
    {"tilt_1": 0.0, "tilt_2": math.pi},
    {"tilt_1": math.pi / 2, "tilt_2": math.pi / 2},
    {"tilt_1": math.pi / 2, "tilt_2": math.pi / 2, "a_1": 0.99, "a_2": 0.99},
    {"tilt_1": math.pi, "a_1": 0.95, "mass_1": 60.0, "mass_2": 8.0},  # the total spin turns over with frequency
    {"tilt_1": 0.0, "tilt_2": 0.0, "a_1": 0.99, "a_2": 0.99},
    {"a_1": 1e-9, "a_2": 1e-9},
    {"a_1": 1e-3, "a_2": 1e-3},
    {"mass_1": 80.0, "mass_2": 10.0},
    {"mass_1": 100.0, "mass_2": 5.5},
    {"mass_1": 200.0, "mass_2": 150.0},
    {"mass_1": 3.0, "mass_2": 2.0},
    {"phase": 1.1, "spin_conversion_phase": 1.1},
    {"phase": 2.2},
    {"phi_12": 6.0, "phi_jl": 5.5},
    {"mass_1": 36.0001, "mass_2": 36.0, "tilt_1": 1.2, "tilt_2": 2.1, "a_1": 0.7, "a_2": 0.7},
    {"luminosity_distance": 1.0},
    {"mass_1": 29.0, "mass_2": 36.0},
]


def is_aligned(row):
    """Whether bilby and dingo-gw take the shortcut without a rotation of the frame."""
    return all(row["a_%d" % k] == 0 or row["tilt_%d" % k] in (0.0, math.pi) for k in (1, 2))


def black_holes(random):
    """A usual training prior: flat in component masses, as configs/production_xphm.yaml has it."""
    while True:
        m1, m2 = sorted(random.uniform(10, 120, 2), reverse=True)
        if m2 / m1 >= 0.125 and (m1 * m2) ** 0.6 / (m1 + m2) ** 0.2 >= 15:
            return {"mass_1": m1, "mass_2": m2, "a_1": random.uniform(0, 0.99), "a_2": random.uniform(0, 0.99),
                    "luminosity_distance": random.uniform(100, 2000)}


def wide_black_holes(random):
    """Total masses of 12 to 300 suns, mass ratios down to 0.05."""
    total, ratio = math.exp(random.uniform(math.log(12), math.log(300))), random.uniform(0.05, 1)
    return {"mass_1": total / (1 + ratio), "mass_2": total * ratio / (1 + ratio), "a_1": random.uniform(0, 0.99),
            "a_2": random.uniform(0, 0.99), "luminosity_distance": random.uniform(100, 2000)}


def neutron_stars(random):
    m1, m2 = sorted(random.uniform(1, 2.2, 2), reverse=True)
    return {"mass_1": m1, "mass_2": m2, "a_1": random.uniform(0, 0.4), "a_2": random.uniform(0, 0.4),
            "luminosity_distance": random.uniform(20, 400), "lambda_1": random.uniform(0, 3000),
            "lambda_2": random.uniform(0, 3000)}


def directions(random):
    """Isotropic."""
    names = ("theta_jn", "tilt_1", "tilt_2"), ("phi_jl", "phi_12", "phase")
    return {**{name: math.acos(random.uniform(-1, 1)) for name in names[0]},
            **{name: random.uniform(0, 2 * math.pi) for name in names[1]}}


def laid_along(row):
    """The same source with each spin along or against the orbital angular momentum, whichever is nearer."""
    return {**row, "phi_jl": 0.0, "phi_12": 0.0,
            **{name: 0.0 if row[name] < math.pi / 2 else math.pi for name in ("tilt_1", "tilt_2")}}


DRAWN = {"production": black_holes, "wide": wide_black_holes, "bns": neutron_stars}  # a new one goes to the end


def rows(group, count, precessing, seed=SEED):
    """What a user gives, one dict a row; the edge cases are as many as they are, whatever count says."""
    if group == "edge":
        edges = [{**BASE, **edge} for edge in EDGES]
        return edges if precessing else [edge for edge in edges if is_aligned(edge)]
    drawn = []
    for i in range(count):
        random = np.random.default_rng([seed, list(DRAWN).index(group), i])
        row = {name: float(value) for name, value in {**BASE, **DRAWN[group](random), **directions(random)}.items()}
        drawn.append(row if precessing else laid_along(row))
    return drawn


def converted(row, f_ref):
    """iota and the Cartesian spins of a row, in the order of CONVERTED."""
    if is_aligned(row):
        return (row["theta_jn"], 0.0, 0.0, row["a_1"] * math.cos(row["tilt_1"]),
                0.0, 0.0, row["a_2"] * math.cos(row["tilt_2"]))
    return tuple(lalsimulation.SimInspiralTransformPrecessingNewInitialConditions(
        *[row[name] for name in ("theta_jn", "phi_jl", "tilt_1", "tilt_2", "phi_12", "a_1", "a_2")],
        row["mass_1"] * lal.MSUN_SI, row["mass_2"] * lal.MSUN_SI, f_ref, row["spin_conversion_phase"]))
