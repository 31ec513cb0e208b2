#!/usr/bin/env python3
"""What dingo-gw makes of sources whose parameters leave some out: writes ../resources/source/dingo_absent.tsv.

Needs dingo-gw 0.10.3 and what requirements.txt says. Every line is tab-separated: the approximant; the parameters,
name=value ...; h_plus, then h_cross, from 20 Hz to 63 Hz in steps of 1 Hz with f_ref = 20 Hz, each as real and imaginary
parts in turn, or what dingo-gw stops with.
"""

import warnings
from pathlib import Path

from dingo.gw.domains import build_domain
from dingo.gw.waveform_generator import WaveformGenerator

DOMAIN = dict(type="UniformFrequencyDomain", f_min=20.0, f_max=64.0, delta_f=1.0)
ANGLES = dict(theta_jn=0.5, phase=0.4)
BLACK_HOLES = dict(chirp_mass=28.0, mass_ratio=0.8, luminosity_distance=500.0, **ANGLES)
NEUTRON_STARS = dict(chirp_mass=1.2, mass_ratio=0.8, chi_1=0.01, chi_2=0.02, luminosity_distance=100.0, **ANGLES)
# Without phi_12 their total spin is at its maximum, where LALSimulation does not hang on the sign of what is left of 0.
TILTED = dict(a_1=0.5, a_2=0.3, tilt_1=0.5, tilt_2=0.8)

COMPLETE_OR_NOT = [
    ("IMRPhenomXP", BLACK_HOLES | TILTED | dict(phi_jl=0.3)),
    ("IMRPhenomXP", BLACK_HOLES | TILTED | dict(phi_12=1.7)),
    ("IMRPhenomXP", BLACK_HOLES | TILTED),
    ("IMRPhenomXP", BLACK_HOLES | dict(chi_1=0.3, chi_1_in_plane=0.4, chi_2=0.1)),
    ("TaylorF2", NEUTRON_STARS | dict(lambda_1=400.0)),
    ("TaylorF2", NEUTRON_STARS | dict(lambda_2=400.0)),
    ("TaylorF2", NEUTRON_STARS),
]

LACKING = ["chirp_mass", "mass_ratio", "a_1", "tilt_2", "theta_jn", "phase", "luminosity_distance"]


def outcome(approximant, parameters):
    generator = WaveformGenerator(approximant, build_domain(dict(DOMAIN)), 20.0)
    generator.spin_conversion_phase = None
    try:
        waveform = generator.generate_hplus_hcross(dict(parameters))
    except KeyError as error:
        return repr(error)
    numbers = [part for name in ("h_plus", "h_cross") for h in waveform[name][20:64] for part in (h.real, h.imag)]
    return " ".join(repr(float(number)) for number in numbers)


def without(name):
    return {key: value for key, value in (BLACK_HOLES | TILTED).items() if key != name}


def main():
    warnings.simplefilter("ignore")
    cases = COMPLETE_OR_NOT + [("IMRPhenomXP", without(name)) for name in LACKING]
    lines = ("\t".join((approximant, " ".join(f"{name}={value!r}" for name, value in parameters.items()),
                        outcome(approximant, parameters))) + "\n" for approximant, parameters in cases)
    (Path(__file__).resolve().parent.parent / "resources" / "source" / "dingo_absent.tsv").write_text("".join(lines))


if __name__ == "__main__":
    main()
