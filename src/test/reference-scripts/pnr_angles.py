#!/usr/bin/env python3
"""Asks LALSimulation for the tuned angles of IMRPhenomXO4a, as they are before they are interpolated.

usage: pnr_angles.py IMRPhenomXO4a REFERENCE_SET.h5
Writes ../resources/reference/APPROXIMANT_angles.h5: binaries of the reference set with beta in the ringdown and, at
some frequencies, alpha less its value at f_ref, beta, and gamma less its value at f_ref, each with what it moves by
when a mass or a spin moves by one unit in the last place. alpha and beta are LALSimulation's own at these frequencies;
gamma is its sum over a grid, in which a spline of alpha serves for alpha's derivative and kinks of alpha err by the
cube of the step: it comes from the finest step below, and its noise includes a sixteenth of what a step four times as
wide makes of it. Needs h5py, numpy and lalsuite.
"""
import pathlib
import sys

import h5py
import lal
import lalsimulation
import numpy

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "reference"
ROWS = {"production": range(0, 32, 4), "wide": range(0, 32, 2), "edge": range(28)}
F_REF, LOWEST, HIGHEST, COUNT = 20.0, 5.0, 1200.0, 48
STEP, FINE_STEP, FINEST_STEP = 2.0**-5, 2.0**-7, 2.0**-9
VERSIONS = {"IMRPhenomXO4a": 223}
SPINS = ("spin_1x", "spin_1y", "spin_1z", "spin_2x", "spin_2y", "spin_2z")
# Relative steps of one unit in the last place and more, for m1, m2 and all spins.
MOVES = [(2.0**-52, 0, 0), (0, 2.0**-52, 0), (0, 0, 2.0**-52), (-2.0**-52, 0, 0), (0, -2.0**-51, -2.0**-52)]


def options(version):
    options = lal.CreateDict()
    lalsimulation.SimInspiralWaveformParamsInsertPhenomXPrecVersion(options, version)
    lalsimulation.SimInspiralWaveformParamsInsertPhenomXPNRUseTunedAngles(options, 1)
    return options


def angles(row, version, wanted, move=(0, 0, 0), step=STEP):
    bodies = (row["mass_1"] * (1 + move[0]) * lal.MSUN_SI, row["mass_2"] * (1 + move[1]) * lal.MSUN_SI,
              *(row[spin] * (1 + move[2]) for spin in SPINS))
    alpha, beta, gamma, frequencies, *_ = lalsimulation.SimIMRPhenomX_PNR_GeneratePNRAngles(
        *bodies, row["iota"], step, LOWEST, HIGHEST, F_REF, options(version))
    ringdown = lalsimulation.SimIMRPhenomX_PNR_GenerateRingdownPNRBeta(
        *bodies, step, LOWEST, HIGHEST, F_REF, options(version))
    at = numpy.rint((wanted - LOWEST) / step).astype(int)
    reference = round((F_REF - LOWEST) / step)
    assert numpy.array_equal(frequencies.data[at], wanted) and frequencies.data[reference] == F_REF
    return (alpha.data[at] - alpha.data[reference], beta.data[at], gamma.data[at] - gamma.data[reference],
            numpy.array([ringdown]))


def main(approximant, reference_set):
    version = VERSIONS[approximant]
    wanted = numpy.unique(numpy.rint(numpy.geomspace(LOWEST, HIGHEST, COUNT) / STEP) * STEP)
    rows, results, noise = [], [], []
    with h5py.File(reference_set) as file:
        for group, indices in ROWS.items():
            parameters = file[group]["parameters"][:]
            for index in indices:
                try:
                    exact = angles(parameters[index], version, wanted)
                    fine = angles(parameters[index], version, wanted, step=FINE_STEP)[2]
                    finest = angles(parameters[index], version, wanted, step=FINEST_STEP)[2]
                except RuntimeError as error:
                    print(group, index, "refused:", error)
                    continue
                moved = [angles(parameters[index], version, wanted, move) for move in MOVES]
                moves = [numpy.max([numpy.abs(m[k] - exact[k]) for m in moved], axis=0) for k in range(4)]
                moves[2] += numpy.abs(finest - fine) / 16
                rows.append(parameters[index])
                results.append((exact[0], exact[1], finest, exact[3]))
                noise.append(moves)
    with h5py.File(FOLDER / f"{approximant}_angles.h5", "w") as file:
        file.attrs["f_ref"] = F_REF
        file.attrs["source"] = "lalsuite " + lal.__version__ + " / " + lalsimulation.__version__
        file["frequencies"] = wanted
        file["parameters"] = numpy.array(rows)
        for k, name in enumerate(("alpha", "beta", "gamma", "ringdown_beta")):
            file[name] = numpy.array([result[k] for result in results])
            file[name + "_noise"] = numpy.array([moved[k] for moved in noise])


if __name__ == "__main__":
    main(*sys.argv[1:])
