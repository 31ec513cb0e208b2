"""Writes src/test/resources/source/bilby_sources.txt: rows of parameters and the sources that bilby makes of them.

Needs bilby (made with 2.8.2), lalsuite and numpy. Run from the repository's root:

    python src/test/reference-scripts/bilby_sources.py > src/test/resources/source/bilby_sources.txt

Each line: f_ref; spin_conversion_phase or '-'; redshift and luminosity distance (Mpc) of the source in bilby's default
cosmology; name=value ...; the fields of SourceParameters in their order.
"""
import sys
from itertools import combinations

import bilby
import numpy as np
from bilby.gw.conversion import (
    bilby_to_lalsimulation_spins,
    convert_to_lal_binary_black_hole_parameters,
    convert_to_lal_binary_neutron_star_parameters,
    generate_mass_parameters,
    generate_tidal_parameters,
    redshift_to_comoving_distance,
    redshift_to_luminosity_distance,
)

SOLAR_MASS_KG = 1.988409870698050731911960804878414216e30
random = np.random.default_rng(20261101)


def line(parameters, f_ref=20.0, spin_phase=None, redshift=0.0, given=None):
    """One line of what bilby makes of the parameters, which may be given in a way that it does not know."""
    tidal = any(name.startswith(("lambda", "delta_lambda")) for name in parameters)
    convert = convert_to_lal_binary_neutron_star_parameters if tidal else convert_to_lal_binary_black_hole_parameters
    # bilby fills an absent lambda_2 by a scaling that dingo-gw does not know, hence no line has lambda_1 alone.
    p, _ = convert(dict(parameters))
    spins = bilby_to_lalsimulation_spins(
        p["theta_jn"], p["phi_jl"], p["tilt_1"], p["tilt_2"], p["phi_12"], p["a_1"], p["a_2"],
        p["mass_1"] * SOLAR_MASS_KG, p["mass_2"] * SOLAR_MASS_KG, f_ref,
        p["phase"] if spin_phase is None else spin_phase)
    iota, *cartesian = [float(x) for x in spins]
    expected = [p["mass_1"], p["mass_2"], *cartesian, iota, p["phase"], p["luminosity_distance"],
                p.get("lambda_1", 0.0), p.get("lambda_2", 0.0)]
    d = redshift_to_luminosity_distance(redshift) if redshift > 0 else 0.0
    print("; ".join([
        repr(f_ref),
        "-" if spin_phase is None else repr(spin_phase),
        f"{float(redshift)!r} {float(d)!r}",
        " ".join(f"{name}={float(value)!r}" for name, value in (given or parameters).items()),
        " ".join(repr(float(value)) for value in expected)]))


def uniform(low, high):
    return float(random.uniform(low, high))


def masses():
    return generate_mass_parameters({"mass_1": uniform(30, 80), "mass_2": uniform(12, 30)})


def precessing():
    return {
        "theta_jn": uniform(0, np.pi), "phase": uniform(0, 2 * np.pi), "luminosity_distance": uniform(100, 3000),
        "a_1": uniform(0, 1), "tilt_1": uniform(0, np.pi), "a_2": uniform(0, 1), "tilt_2": uniform(0, np.pi),
        "phi_12": uniform(0, 2 * np.pi), "phi_jl": uniform(0, 2 * np.pi)}


def without(parameters, *names):
    return {name: value for name, value in parameters.items() if name not in names}


def main():
    print(f"# bilby {bilby.__version__}; written by src/test/reference-scripts/bilby_sources.py")
    print("# f_ref; spin_conversion_phase; redshift luminosity_distance; parameters; source")
    both = {"mass_1": 41.5, "mass_2": 33.25}
    pairs = [
        ("mass_1", "mass_2"), ("mass_1", "total_mass"), ("mass_1", "chirp_mass"), ("mass_1", "mass_ratio"),
        ("mass_1", "symmetric_mass_ratio"), ("mass_2", "total_mass"), ("mass_2", "chirp_mass"),
        ("mass_2", "mass_ratio"), ("mass_2", "symmetric_mass_ratio"), ("total_mass", "chirp_mass"),
        ("total_mass", "mass_ratio"), ("total_mass", "symmetric_mass_ratio"), ("chirp_mass", "mass_ratio"),
        ("chirp_mass", "symmetric_mass_ratio")]
    for pair in pairs:
        for _ in range(3):
            m = masses()
            if pair == ("mass_2", "chirp_mass"):
                # bilby's closed form gives NaN for m1 > 3.05 m2.
                m = generate_mass_parameters({"mass_1": uniform(30, 40), "mass_2": uniform(20, 30)})
            line({**{name: m[name] for name in pair}, **precessing()}, f_ref=uniform(5, 50))

    for _ in range(4):
        line({**both, **precessing()}, spin_phase=uniform(0, 2 * np.pi))
        p = {**both, **precessing()}
        line({**without(p, "tilt_1", "tilt_2", "theta_jn"), "cos_tilt_1": uniform(-1, 1), "cos_tilt_2": uniform(-1, 1),
              "cos_theta_jn": uniform(-1, 1)})
        line(without(p, "phi_12", "phi_jl"))
        line({**without(p, "phase"), "delta_phase": uniform(0, 2 * np.pi), "psi": uniform(0, np.pi)})
        line({**without(p, "a_1", "a_2", "tilt_1", "tilt_2"), "chi_1": uniform(-1, 1), "chi_2": uniform(-1, 1)})
        line({**without(p, "a_1", "tilt_1"), "chi_1": uniform(-1, 1)})
        line({**without(p, "tilt_1", "tilt_2"), "a_1": 0.8, "a_2": 0.6, "chi_1": uniform(-0.8, 0.8),
              "chi_2": uniform(-0.6, 0.6)})
        line({**without(p, "a_1", "a_2", "tilt_1", "tilt_2"), "chi_1": uniform(-0.6, 0.6), "chi_2": uniform(-0.6, 0.6),
              "chi_1_in_plane": uniform(0, 0.7), "chi_2_in_plane": uniform(0, 0.7)})
    p = {**both, **precessing()}
    line({**p, "a_1": 0.0, "a_2": 0.0})
    line({**p, "tilt_1": 0.0, "tilt_2": np.pi})
    line({**p, "tilt_1": np.pi, "a_2": 0.0})
    line({**p, "tilt_1": 0.0})
    line({**without(p, "tilt_1"), "a_1": 0.0, "chi_1": 0.0})
    line({**p, "mass_1": 20.5, "mass_2": 33.25})

    for _ in range(3):
        z = uniform(0.05, 1.5)
        d = float(redshift_to_luminosity_distance(z))
        p = without(precessing(), "luminosity_distance")
        source = {"mass_1_source": 35.0, "mass_2_source": 28.0}
        line({**both, **p, "redshift": z}, redshift=z)
        line({**both, **p, "comoving_distance": float(redshift_to_comoving_distance(z))}, redshift=z)
        line({**source, **p, "luminosity_distance": d}, redshift=z)
        line({**source, **p, "redshift": z}, redshift=z)
        line({**source, **p, "luminosity_distance": 1000.0, "redshift": z}, redshift=z)
        line({"chirp_mass_source": 25.0, "mass_ratio": 0.7, **p, "redshift": z}, redshift=z)
        line({"chirp_mass_source": 25.0, "total_mass": 90.0, **p, "redshift": 0.3}, redshift=0.3)

    stars = {"mass_1": 1.62, "mass_2": 1.31, "theta_jn": 0.4, "phase": 1.3, "luminosity_distance": 60.0,
             "chi_1": 0.02, "chi_2": -0.03}
    line({**stars, "lambda_1": 310.0, "lambda_2": 420.0})
    line({**stars, "lambda_tilde": 640.0})
    line({**stars, "lambda_tilde": 640.0, "delta_lambda_tilde": 35.0})
    line({**stars, "lambda_symmetric": 500.0, "lambda_antisymmetric": 120.0})
    line({**stars, "mass_2": 1.62, "lambda_tilde": 640.0, "delta_lambda_tilde": 35.0})
    for pair in combinations(("lambda_1", "lambda_2", "lambda_tilde", "delta_lambda_tilde"), 2):
        tides = generate_tidal_parameters({**stars, "lambda_1": 310.0, "lambda_2": 920.0})
        line({**stars, "lambda_1": 310.0, "lambda_2": 920.0}, given={**stars, **{name: tides[name] for name in pair}})


if __name__ == "__main__":
    sys.exit(main())
