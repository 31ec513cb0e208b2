#!/usr/bin/env python3
"""Writes ../resources/reference/<Approximant>_mode_lists.tsv: models of chosen modes, by LALSimulation.

One source, one of unequal masses given the lighter first; frequencies reach from the inspiral to beyond the end of
(2, 2). Columns: the modes as l,m in turns with semicolons, f in Hz, Re and Im of h_plus, Re and Im of h_cross. Needs
lalsuite.
"""
import pathlib

import lal
import lalsimulation

SELECTIONS = {
    "IMRPhenomXHM":
        [[(2, 2), (2, -2)], [(3, 3)], [(2, -1)], [(3, 2), (3, -2)], [(2, 2), (3, -2)], [(4, 4), (4, -4), (3, -3)]],
    "IMRPhenomHM":
        [[(2, 2)], [(2, 1)], [(3, 3)], [(3, 2)], [(4, 4)], [(4, 3)], [(2, 2), (3, 2)], [(3, 3), (2, 1), (4, 3)]],
}
FREQUENCIES = [20.0, 35.0, 60.0, 110.0, 170.0, 215.0, 240.0, 300.0, 420.0, 700.0]


def main():
    sequence = lal.CreateREAL8Vector(len(FREQUENCIES))
    sequence.data = FREQUENCIES
    folder = pathlib.Path(__file__).resolve().parent.parent / "resources/reference"
    for approximant, selections in SELECTIONS.items():
        with open(folder / (approximant + "_mode_lists.tsv"), "w") as out:
            out.write("# modes\tf in Hz\tRe h_plus\tIm\tRe h_cross\tIm; made by mode_lists.py\n")
            for modes in selections:
                write(out, approximant, modes, sequence)


def write(out, approximant, modes, sequence):
    options = lal.CreateDict()
    lalsimulation.SimInspiralWaveformParamsInsertPhenomXHMThresholdMband(options, 0)
    array = lalsimulation.SimInspiralCreateModeArray()
    for l, m in modes:
        lalsimulation.SimInspiralModeArrayActivateMode(array, l, m)
    lalsimulation.SimInspiralWaveformParamsInsertModeArray(options, array)
    plus, cross = lalsimulation.SimInspiralChooseFDWaveformSequence(
        1.1, 25 * lal.MSUN_SI, 42 * lal.MSUN_SI, 0, 0, 0.3, 0, 0, -0.45, 20.0, 500e6 * lal.PC_SI, 0.7, options,
        lalsimulation.GetApproximantFromString(approximant), sequence)
    name = ";".join("%d,%d" % mode for mode in modes)
    for k, f in enumerate(FREQUENCIES):
        p, c = plus.data.data[k], cross.data.data[k]
        out.write("%s\t%r\t%r\t%r\t%r\t%r\n" % (name, f, float(p.real), float(p.imag), float(c.real), float(c.imag)))


if __name__ == "__main__":
    main()
