#!/usr/bin/env python3
"""Writes ../resources/reference/<Approximant>_lal_error.tsv: how far LALSimulation's rows of IMRPhenomXO4a and
IMRPhenomXPNR are from where they converge, as max|dh| over the peak.

Usage: LD_PRELOAD=LIBRARY pnr_lal_error.py ROWS.npz APPROXIMANT GROUP:ROW...

LIBRARY has LALSimulation's PhenomX functions with one change: where the environment has STEPDIV,
IMRPhenomX_PNR_HMInterpolationDeltaF, the step of the table of angles, returns its value over STEPDIV. ROWS.npz has
`frequencies` and the groups' `parameters` of <Approximant>.h5, since h5py does not bear the library beside it.

A row's error is the sum of two: the largest change of both polarizations when the step is a quarter; and that in 24
draws, in each of which masses and spins move by one unit in the last place, which shows what differences of
the (3, 2) mode's phase over 1e-7 in Mf lose, of which one input at a time shows less. Rows that are not named are left
out. Needs lalsuite.
"""
import os
import pathlib
import random
import sys

import lal
import lalsimulation
import numpy as np

NAMES = ["mass_1", "mass_2", "spin_1x", "spin_1y", "spin_1z", "spin_2x", "spin_2y", "spin_2z"]
DRAWS = 24


def polarizations(approximant, values, row, frequencies, divisor):
    os.environ["STEPDIV"] = str(divisor)
    options = lal.CreateDict()
    lalsimulation.SimInspiralWaveformParamsInsertPhenomXHMThresholdMband(options, 0.0)
    lalsimulation.SimInspiralWaveformParamsInsertPhenomXPHMThresholdMband(options, 0.0)
    sequence = lal.CreateREAL8Sequence(len(frequencies))
    sequence.data = frequencies
    plus, cross = lalsimulation.SimInspiralChooseFDWaveformSequence(
        row["phase"], values[0] * lal.MSUN_SI, values[1] * lal.MSUN_SI, *values[2:], 20.0,
        row["luminosity_distance"] * 1e6 * lal.PC_SI, row["iota"], options,
        lalsimulation.SimInspiralGetApproximantFromString(approximant), sequence)
    return np.array([plus.data.data, cross.data.data])


def by_one_unit(name, value, draw):
    """A spin of zero along the orbital angular momentum moves by 2^-53, one of zero across it not at all."""
    direction = draw.choice([1, -1])
    if value == 0:
        return direction * 2.0**-53 if name.endswith("z") else value
    return float(np.nextafter(value, direction * np.inf))


def error(approximant, row, frequencies):
    draw = random.Random(1)
    values = [float(row[name]) for name in NAMES]
    given = polarizations(approximant, values, row, frequencies, 1)
    interpolation = np.abs(polarizations(approximant, values, row, frequencies, 4) - given).max()
    rounding = 0
    for _ in range(DRAWS):
        moved = [by_one_unit(name, x, draw) if draw.random() < 0.7 else x for name, x in zip(NAMES, values)]
        rounding = max(rounding, np.abs(polarizations(approximant, moved, row, frequencies, 1) - given).max())
    return (interpolation + rounding) / np.abs(given).max()


def main():
    rows, approximant = np.load(sys.argv[1]), sys.argv[2]
    target = pathlib.Path(__file__).resolve().parent.parent / "resources/reference" / (approximant + "_lal_error.tsv")
    with open(target, "w") as out:
        out.write("# group\trow\tmax|dh| of LALSimulation over the peak; by pnr_lal_error.py\n")
        for name in sys.argv[3:]:
            group, number = name.split(":")
            out.write("%s\t%s\t%.8e\n" % (group, number, error(
                approximant, rows[group][int(number)], rows["frequencies"])))
            out.flush()


if __name__ == "__main__":
    main()
