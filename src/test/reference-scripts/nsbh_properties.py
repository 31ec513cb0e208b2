#!/usr/bin/env python3
"""Writes ../resources/reference/nsbh_properties.tsv: how neutron stars end beside black holes, by LALSimulation.

Compactness, the mass of the torus, the frequencies (M f) of the tide and of the ringdown, the remnant's mass (over the
binary's) and spin; and the radius of mass shedding over the black hole's mass, arXiv:1509.00512, Eq. 8, as mpmath finds
it with 40 digits among all roots of the polynomial. Needs lalsuite, numpy and mpmath.
"""
import pathlib

import lalsimulation
import mpmath
import numpy as np

SOLAR_MASS_KG = 1.988409870698050731911960804878414216e30
SOLAR_MASS_SECONDS = 4.925490947641266978197229498498379006e-6
EDGES = [
    (1.4, 1.4, 0.0, 400.0), (3.0, 3.0, 0.99, 0.0), (3.0, 3.0, -0.99, 5000.0), (140.0, 1.4, 0.99, 5000.0),
    (140.0, 1.4, -0.99, 1.0), (7.0, 1.4, 0.0, 0.0), (7.0, 1.4, 0.9, 0.5), (7.0, 1.4, 0.9, 1.0),
    (7.0, 1.4, 0.9, 1.0000001), (2.5, 1.2, 0.6, 2000.0), (4.0, 1.0, -0.4, 3000.0), (12.0, 1.4, -0.1, 800.0),
]


def radius(ratio, spin, compactness):
    q, a, c = (mpmath.mpf(float(x)) for x in (ratio, spin, compactness))
    strength = q * q * c**3 / 3
    roots = mpmath.polyroots([strength, 0, -3 * strength, 2 * a * strength, 0, 0, -1, 0, 2, 0, -a * a],
                             maxsteps=500, extraprec=400)
    return max(mpmath.re(w) for w in roots if abs(mpmath.im(w)) < mpmath.mpf(10)**-25)**2


def main():
    mpmath.mp.dps = 40
    rng = np.random.default_rng(20261201)
    rows = EDGES + [(float(np.exp(rng.uniform(np.log(3), np.log(50)))), float(rng.uniform(1, 3)),
                     float(rng.uniform(-0.99, 0.99)), float(rng.uniform(0, 5000))) for _ in range(28)]
    folder = pathlib.Path(__file__).resolve().parent.parent / "resources" / "reference"
    with open(folder / "nsbh_properties.tsv", "w", encoding="utf-8") as out:
        out.write("# Made by reference-scripts/nsbh_properties.py, whose head says what the columns are.\n"
                  "# mass_1\tmass_2\tchi_1\tlambda_2\tcompactness\tradius\ttorus\ttide\tringdown\tmass\tspin\n")
        for hole, star, spin, deformability in rows:
            compactness = lalsimulation.SimNSBH_compactness_from_lambda(deformability)
            torus = lalsimulation.SimNSBH_torus_mass_fit(hole / star, spin, compactness)
            ringdown, tide, _, _, mass, final_spin = lalsimulation.SimIMRPhenomNSBHProperties(
                hole * SOLAR_MASS_KG, star * SOLAR_MASS_KG, spin, deformability)
            seconds = (hole + star) * SOLAR_MASS_SECONDS
            numbers = (hole, star, spin, deformability, compactness, float(radius(hole / star, spin, compactness)),
                       torus, tide * seconds, ringdown * seconds, mass / SOLAR_MASS_KG / (hole + star), final_spin)
            out.write("\t".join(repr(float(number)).replace("inf", "Infinity") for number in numbers) + "\n")


if __name__ == "__main__":
    main()
