#!/usr/bin/env python3
"""Where LALSimulation's IMRPhenomPv2 is stationary in phase, and where a dense evaluation of its own phase is.

usage: pv2_time.py [ROWS]

The model shifts its waveform in time until the phase of its (2, 2) mode is stationary at the ringdown's frequency
(arXiv:1408.1810, Sec. III B). LALSimulation takes the slope there from a natural cubic spline through ten points from
0.8 to 1.2 of it. Of binaries with aligned spins the strain shows that phase itself: this script asks LALSimulation for
it at ten points, at more and more of them and on a fine grid, and prints what is left of the time shift by each. The
spline through ten points finds nothing left, since that is what was taken away. Needs lalsuite, numpy and scipy.
"""
import pathlib
import sys

import lal
import lalsimulation
import numpy as np
from scipy.interpolate import CubicSpline

TABLE = pathlib.Path(__file__).resolve().parents[2] / "main/resources/org/chirpmill/model/phenomd/ringdown-22.tsv"
POINTS = (10, 20, 40, 100, 400)


def ringdown(mass_1, mass_2, chi_1, chi_2):
    """The frequency of the remnant's l = m = 2 mode, Hz."""
    spins, frequencies, _ = np.loadtxt(TABLE, unpack=True)
    final = lalsimulation.SimIMRPhenomDFinalSpin(mass_1, mass_2, chi_1, chi_2)
    mass = lalsimulation.SimPhenomUtilsIMRPhenomDFinalMass(mass_1, mass_2, chi_1, chi_2)
    total = (mass_1 + mass_2) * lal.MTSUN_SI
    return CubicSpline(spins, frequencies, bc_type="natural")(final) / mass / total


def phase(binary, frequencies):
    """The phase of h_plus, rad, unwrapped along the frequencies and around its own line."""
    sequence = lal.CreateREAL8Sequence(len(frequencies))
    sequence.data = frequencies
    mass_1, mass_2, chi_1, chi_2 = binary
    plus, _ = lalsimulation.SimIMRPhenomPFrequencySequence(
        sequence, chi_1, chi_2, 0.0, 0.0, mass_1 * lal.MSUN_SI, mass_2 * lal.MSUN_SI, 500e6 * lal.PC_SI, 0.0, 0.0, 20.0,
        lalsimulation.IMRPhenomPv2_V, lalsimulation.NoNRT_V, None)
    return np.unwrap(np.angle(plus.data.data))


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    random = np.random.default_rng(1)
    print("mass_1  mass_2   chi_1   chi_2  ringdown Hz  time, us, by a spline through "
          + " ".join("%9d" % points for points in POINTS) + "  by differences over 1e-4 of it")
    largest = np.zeros(len(POINTS) + 1)
    for _ in range(rows):
        mass_1 = random.uniform(10, 80)
        binary = mass_1, mass_1 * random.uniform(0.1, 1), random.uniform(-0.9, 0.9), random.uniform(-0.9, 0.9)
        still = ringdown(*binary)
        end = 0.2 / (sum(binary[:2]) * lal.MTSUN_SI)
        times = []
        for points in POINTS:
            grid = np.linspace(0.8 * still, min(1.2 * still, end), points)
            times.append(CubicSpline(grid, phase(binary, grid), bc_type="natural")(still, 1))
        near = phase(binary, still * (1 + 1e-4 * np.array([-2, -1, 1, 2])))
        times.append((near[0] - 8 * near[1] + 8 * near[2] - near[3]) / (12e-4 * still))
        times = np.array(times) / (2 * np.pi) * 1e6
        largest = np.maximum(largest, abs(times))
        print("%6.2f  %6.2f  %6.3f  %6.3f  %11.2f  %30s" % (*binary, still, "")
              + " ".join("%9.5f" % time for time in times))
    print("largest: " + " ".join("%9.5f" % time for time in largest))


if __name__ == "__main__":
    main()
