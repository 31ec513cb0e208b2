#!/usr/bin/env python3
"""Writes ../resources/reference/pnr_modes.h5: co-precessing modes of IMRPhenomXO4a and IMRPhenomXPNR, by LALSimulation.

Usage: pnr_modes.py FOLDER [EVOLVED.json]

For each approximant a group with the rows' `parameters` (masses in solar masses, Cartesian spins, distance in Mpc)
taken from FOLDER/<Approximant>.h5, `frequencies` in Hz, and of the modes (2,2), (2,1), (3,3), (3,2), (4,4) h_(l,-m) as
`real` and `imaginary`, rows x modes x frequencies, NaN where it refuses. `evolved`: the version of the precession after
fallbacks and the Cartesian spins at the end of the inspiral, in the frame of the orbital angular momentum there.
LALSimulation does not give them away; EVOLVED.json, of an instrumented build, has them by "group:row" as
{"version": ..., "chi_evolved": [...]}. Needs
h5py and lalsuite.
"""
import json
import pathlib
import sys

import h5py
import lal
import lalsimulation
import numpy as np

MODES = [(2, 2), (2, 1), (3, 3), (3, 2), (4, 4)]
COLUMNS = ["mass_1", "mass_2", "spin_1x", "spin_1y", "spin_1z", "spin_2x", "spin_2y", "spin_2z", "luminosity_distance"]
ROWS = {"production": 10, "wide": 20, "edge": 28}
EVERY = 10


def mode(approximant, row, l, m, frequencies):
    options = lal.CreateDict()
    lalsimulation.SimInspiralWaveformParamsInsertPhenomXHMThresholdMband(options, 0.0)
    lalsimulation.SimInspiralWaveformParamsInsertPhenomXPHMThresholdMband(options, 0.0)
    lalsimulation.SimInspiralWaveformParamsInsertPhenomXReturnCoPrec(options, 1)
    array = lalsimulation.SimInspiralCreateModeArray()
    lalsimulation.SimInspiralModeArrayActivateMode(array, l, m)
    lalsimulation.SimInspiralWaveformParamsInsertModeArray(options, array)
    sequence = lal.CreateREAL8Sequence(len(frequencies))
    sequence.data = frequencies
    try:
        plus, _ = lalsimulation.SimInspiralChooseFDWaveformSequence(
            0.0, row[0] * lal.MSUN_SI, row[1] * lal.MSUN_SI, *row[2:8], 20.0, row[8] * 1e6 * lal.PC_SI, 0.0, options,
            lalsimulation.SimInspiralGetApproximantFromString(approximant), sequence)
    except RuntimeError:
        # IMRPhenomXPNR begins its integration later where (2,1) is the only mode, and then fails for some.
        return np.full(len(frequencies), np.nan, complex)
    return 2 * plus.data.data


def main():
    folder = pathlib.Path(sys.argv[1])
    evolved = json.load(open(sys.argv[2])) if len(sys.argv) > 2 else {}
    target = pathlib.Path(__file__).resolve().parent.parent / "resources/reference/pnr_modes.h5"
    with h5py.File(target, "w") as out:
        for approximant in ("IMRPhenomXO4a", "IMRPhenomXPNR"):
            write(out.create_group(approximant), approximant, folder, evolved)


def write(group, approximant, folder, evolved):
    with h5py.File(folder / (approximant + ".h5")) as reference:
        frequencies = reference["frequencies"][::EVERY]
        rows, spins = [], []
        for name, count in ROWS.items():
            for number, row in enumerate(reference[name]["parameters"][:count]):
                rows.append([row[column] for column in COLUMNS])
                inner = evolved.get("%s:%d" % (name, number), {})
                is_evolved = approximant == "IMRPhenomXPNR" and inner.get("version") == 330
                spins.append([330.0] + inner["chi_evolved"] if is_evolved else [0.0] * 7)
    rows = np.array(rows)
    values = np.array([[mode(approximant, row, l, m, frequencies) for l, m in MODES] for row in rows])
    group["parameters"], group["evolved"], group["frequencies"] = rows, np.array(spins), frequencies
    group["real"], group["imaginary"] = values.real, values.imag


if __name__ == "__main__":
    main()
