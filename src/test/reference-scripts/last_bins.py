#!/usr/bin/env python3
"""Writes ../resources/reference/last_bins.tsv: where LALSimulation ends its models on uniform grids.

IMRPhenomD and IMRPhenomPv2 end at M f = 0.2, the IMRPhenomX family at 0.3. The masses are chosen so that this lies on
a bin, or a few units in the last place of the total mass beside it; LALSimulation's rounding decides then which bin is
the last.
Columns: approximant, mass_1, mass_2 (solar masses), spin_1x, delta_f (Hz), last bin that is not zero; spin_1z = 0.3,
spin_2z = -0.2, f_max is 1024 Hz. Needs lalsuite and numpy.
"""
import pathlib
import random
from math import inf, nextafter

import lal
import lalsimulation
import numpy as np

MODELS = {"IMRPhenomD": (0.2, 0.0), "IMRPhenomXAS": (0.3, 0.0), "IMRPhenomXHM": (0.3, 0.0), "IMRPhenomXP": (0.3, 0.3),
          "IMRPhenomPv2": (0.2, 0.3)}


def last_bin(approximant, mass_1, mass_2, across, delta_f):
    options = lal.CreateDict()
    lalsimulation.SimInspiralWaveformParamsInsertPhenomXHMThresholdMband(options, 0)
    plus, _ = lalsimulation.SimInspiralChooseFDWaveform(
        mass_1 * lal.MSUN_SI, mass_2 * lal.MSUN_SI, across, 0, 0.3, 0, 0, -0.2, 500e6 * lal.PC_SI, 0.5, 0.4, 0, 0, 0,
        delta_f, 20.0, 1024.0, 20.0, options, getattr(lalsimulation, approximant))
    return np.flatnonzero(plus.data.data)[-1]


def main():
    random.seed(3)
    lines = ["# " + line if line else "#" for line in __doc__.strip().splitlines()]
    for approximant, (end, across) in MODELS.items():
        for _ in range(40):
            delta_f = random.choice([0.125, 0.25, 0.5, 1.0, 0.1])
            cutoff = random.randint(int(100 / delta_f), int(900 / delta_f)) * delta_f
            ratio = random.uniform(0.3, 1)
            for steps in range(-3, 4):
                total = end / (lal.MTSUN_SI * cutoff)
                for _ in range(abs(steps)):
                    total = nextafter(total, inf if steps > 0 else 0)
                mass_1 = total / (1 + ratio)
                mass_2 = total - mass_1
                lines.append("%s\t%r\t%r\t%r\t%r\t%d" % (approximant, mass_1, mass_2, across, delta_f,
                                                       last_bin(approximant, mass_1, mass_2, across, delta_f)))
    path = pathlib.Path(__file__).resolve().parent.parent / "resources/reference/last_bins.tsv"
    path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
