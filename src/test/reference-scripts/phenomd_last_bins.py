#!/usr/bin/env python3
"""Writes ../resources/reference/IMRPhenomD_last_bins.tsv: where LALSimulation ends IMRPhenomD on uniform grids.

The model ends at M f = 0.2. The masses are chosen so that this lies on a bin, or a few units in the last place of the
mass beside it; LALSimulation's rounding decides then which bin is the last. Columns: mass_1, mass_2 (solar masses),
delta_f (Hz), last bin that is not zero; f_max is 1024 Hz. Needs lalsuite and numpy.
"""
import pathlib
import random
from math import inf, nextafter

import lal
import lalsimulation
import numpy as np

F_MAX = 1024.0


def last_bin(mass_1, mass_2, delta_f):
    plus, _ = lalsimulation.SimInspiralChooseFDWaveform(
        mass_1 * lal.MSUN_SI, mass_2 * lal.MSUN_SI, 0, 0, 0.3, 0, 0, -0.2, 500e6 * lal.PC_SI, 0.5, 0.4, 0, 0, 0,
        delta_f, 20.0, F_MAX, 20.0, None, lalsimulation.IMRPhenomD)
    return np.flatnonzero(plus.data.data)[-1]


def main():
    random.seed(3)
    lines = ["# " + line for line in __doc__.strip().splitlines()]
    for _ in range(60):
        delta_f = random.choice([0.125, 0.25, 0.5, 1.0, 0.1])
        cutoff = random.randint(int(100 / delta_f), int(900 / delta_f)) * delta_f
        ratio = random.uniform(0.3, 1)
        for steps in range(-3, 4):
            total = 0.2 / (lal.MTSUN_SI * cutoff)
            for _ in range(abs(steps)):
                total = nextafter(total, inf if steps > 0 else 0)
            mass_1 = total / (1 + ratio)
            mass_2 = total - mass_1
            lines.append("%r\t%r\t%r\t%d" % (mass_1, mass_2, delta_f, last_bin(mass_1, mass_2, delta_f)))
    path = pathlib.Path(__file__).resolve().parent.parent / "resources/reference/IMRPhenomD_last_bins.tsv"
    path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
