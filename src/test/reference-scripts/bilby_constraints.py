#!/usr/bin/env python3
"""What bilby's constraints are on, and how many draws they admit: writes ../resources/prior/bilby_constraints.tsv.

Needs what requirements.txt says. Every line is tab-separated, with a first word for its kind:

    values    parameters of one draw, name=value ...; what bilby's conversion adds to them, name=value ...
    admitted  a prior, key=prior joined by '; '; how many draws were made; how many satisfied its constraints

The conversions are those that bilby's prior dictionaries apply before they judge constraints: BNSPriorDict's where tides
are drawn, BBHPriorDict's elsewhere; after it masses in the source's frame, by generate_source_frame_parameters, where a
redshift or a distance is given.
"""

import sys
from itertools import combinations
from pathlib import Path

import numpy as np
from bilby.core.utils.random import seed
from bilby.gw.conversion import generate_source_frame_parameters
from bilby.gw.prior import BBHPriorDict, BNSPriorDict, DEFAULT_PRIOR_DIR

DRAWS = 1_000_000

VALUES = [
    dict(chirp_mass=1.1975, mass_ratio=0.61, lambda_tilde=420.0, delta_lambda_tilde=37.0),
    dict(chirp_mass=1.1975, mass_ratio=0.83, lambda_tilde=420.0),
    dict(mass_1=1.7, mass_2=1.1, lambda_1=210.0, lambda_2=1930.0),
    dict(total_mass=2.9, symmetric_mass_ratio=0.23, lambda_tilde=-310.0, delta_lambda_tilde=-4100.0),
    dict(mass_1=1.7, mass_2=1.1, lambda_symmetric=800.0, lambda_antisymmetric=300.0),
    dict(chirp_mass_source=24.0, mass_ratio=0.7, luminosity_distance=2400.0),
    dict(mass_1_source=31.0, total_mass_source=50.0, redshift=0.37),
    dict(mass_1=36.0, mass_2=20.0, comoving_distance=900.0),
    dict(chirp_mass=28.0, mass_ratio=0.4, luminosity_distance=1000.0, cos_theta_jn=0.3, delta_phase=0.4, psi=2.2),
    dict(chirp_mass=28.0, mass_ratio=0.4, theta_jn=2.1, delta_phase=0.4, psi=2.2, cos_tilt_1=-0.35),
]

# Binaries of which any two of bilby's four parameters of tides are given, also the pairs that it cannot convert itself.
TIDES = [
    dict(mass_1=1.7, mass_2=1.1, lambda_1=210.0, lambda_2=1930.0),
    dict(mass_1=1.42, mass_2=1.31, lambda_1=870.0, lambda_2=540.0),
]

# Files of bilby's.
FILES = ["GW170817.prior", "aligned_spins_bns_tides_on.prior"]

PRIORS = [
    dict(chirp_mass="bilby.gw.prior.UniformInComponentsChirpMass(minimum=1.197, maximum=1.198)",
         mass_ratio="bilby.gw.prior.UniformInComponentsMassRatio(minimum=0.125, maximum=1)",
         lambda_tilde="Uniform(0, 1000)", delta_lambda_tilde="Uniform(-5000, 5000)",
         lambda_1="Constraint(0, 5000)", lambda_2="Constraint(0, 5000)"),
    dict(mass_1="Uniform(1, 2.5)", mass_2="Uniform(1, 2.5)", lambda_1="Uniform(0, 3000)",
         lambda_2="Uniform(0, 3000)", lambda_tilde="Constraint(0, 700)", mass_ratio="Constraint(0.3, 1)"),
    dict(mass_1="Constraint(10, 80)", mass_2="Constraint(10, 80)",
         chirp_mass="bilby.gw.prior.UniformInComponentsChirpMass(minimum=25.0, maximum=100.0)",
         mass_ratio="bilby.gw.prior.UniformInComponentsMassRatio(minimum=0.125, maximum=1.0)"),
    dict(chirp_mass_source="Uniform(10, 60)", mass_ratio="Uniform(0.2, 1)",
         redshift="Uniform(0.1, 1.5)", mass_1="Constraint(20, 100)", total_mass="Constraint(0, 120)"),
]


def is_tidal(parameters):
    return any(name.startswith("lambda") for name in parameters)


def converted(drawn):
    dictionary = (BNSPriorDict if is_tidal(drawn) else BBHPriorDict)(dict(drawn))
    sample = dictionary.default_conversion_function(dict(drawn))
    if any(name in sample for name in ("luminosity_distance", "redshift", "comoving_distance")):
        sample = generate_source_frame_parameters(sample)
    return sample


def values_line(drawn):
    derived = {name: float(value) for name, value in converted(drawn).items()
               if name not in drawn and name not in ("phi_12", "phi_jl")}
    return "values", joined(drawn), joined(derived)


def pair_lines(stars):
    """Every two of the four parameters given, with those that bilby works out of lambda_1 and lambda_2."""
    names = ("lambda_1", "lambda_2", "lambda_tilde", "delta_lambda_tilde")
    sample = converted(stars)
    for pair in combinations(names, 2):
        drawn = {name: float(sample[name]) for name in ("mass_1", "mass_2", *pair)}
        yield "values", joined(drawn), joined({name: float(sample[name]) for name in names if name not in pair})


def prior_of(file):
    """The priors of a file of bilby's, as it writes them."""
    lines = (Path(DEFAULT_PRIOR_DIR) / file).read_text().splitlines()
    return {key.strip(): text.strip() for key, text in
            (line.split("=", 1) for line in lines if line.strip() and not line.startswith("#"))}


def joined(numbers):
    return " ".join(f"{name}={value!r}" for name, value in numbers.items())


def admitted_line(prior):
    dictionary = (BNSPriorDict if is_tidal(prior) else BBHPriorDict)(dict(prior))
    drawn = dictionary.sample_subset(keys=list(dictionary), size=DRAWS)
    admitted = int(np.sum(dictionary.evaluate_constraints(drawn)))
    return "admitted", "; ".join(f"{key}={text}" for key, text in prior.items()), str(DRAWS), str(admitted)


def main():
    seed(17)
    target = Path(__file__).resolve().parent.parent / "resources" / "prior" / "bilby_constraints.tsv"
    target.parent.mkdir(exist_ok=True)
    lines = [values_line(drawn) for drawn in VALUES] + [line for stars in TIDES for line in pair_lines(stars)]
    lines += [admitted_line(prior) for prior in [*PRIORS, *map(prior_of, FILES)]]
    target.write_text("".join("\t".join(line) + "\n" for line in lines))
    sys.stdout.write(target.read_text())


if __name__ == "__main__":
    main()
