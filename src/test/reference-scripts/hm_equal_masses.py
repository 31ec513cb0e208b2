#!/usr/bin/env python3
"""What LALSimulation's (2, 1) mode of IMRPhenomHM does where masses are almost equal and spins are not.

Prints, for mass ratios closer and closer to 1, how high the mode stands at its pole near M f = 0.149: over its
surroundings and over the peak of the whole waveform; and how far its mass difference, sqrt(1 - 4 eta), and the height
of the pole that it makes of that, are from 50 digits. 60 solar masses, chi_1 = 0.5, chi_2 = -0.3. Needs lalsuite and
mpmath.
"""
import lal
import lalsimulation
import mpmath
import numpy as np

TOTAL, CHI_1, CHI_2 = 60.0, 0.5, -0.3
SECONDS = TOTAL * lal.MTSUN_SI
NEAR = np.linspace(0.13, 0.17, 40001) / SECONDS
mpmath.mp.dps = 50


def strain(masses, frequencies, modes):
    options = lal.CreateDict()
    array = lalsimulation.SimInspiralCreateModeArray()
    for l, m in modes:
        lalsimulation.SimInspiralModeArrayActivateMode(array, l, m)
    lalsimulation.SimInspiralWaveformParamsInsertModeArray(options, array)
    sequence = lal.CreateREAL8Vector(len(frequencies))
    sequence.data = frequencies
    plus, _ = lalsimulation.SimInspiralChooseFDWaveformSequence(
        0.4, *[m * lal.MSUN_SI for m in masses], 0, 0, CHI_1, 0, 0, CHI_2, 20.0, 500e6 * lal.PC_SI, 1.2, options,
        lalsimulation.IMRPhenomHM, sequence)
    return np.abs(plus.data.data)


def inverse(masses, delta, mf):
    """1 / |H(2 M f)|, which makes the pole: arXiv:1708.00404 with LALSimulation's orders."""
    one, two = [mpmath.mpf(m) / TOTAL for m in masses]
    eta, v, delta = one * two, mpmath.cbrt(4 * mpmath.pi * mf), mpmath.mpf(delta)
    symmetric, antisymmetric = (mpmath.mpf(CHI_1) + CHI_2) / 2, (mpmath.mpf(CHI_1) - CHI_2) / 2
    amplitude = v * delta - v**2 * 3 / 2 * (antisymmetric + delta * symmetric) \
        + v**3 * delta * (mpmath.mpf(335) / 672 + eta * 117 / 56) \
        + v**4 * (antisymmetric * (mpmath.mpf(3427) / 1344 - eta * 2101 / 336)
                  + delta * symmetric * (mpmath.mpf(3427) / 1344 - eta * 965 / 336)
                  - delta * mpmath.mpc(mpmath.pi, mpmath.mpf(1) / 2 + 2 * mpmath.log(2)))
    return 1 / abs(amplitude)


def main():
    print("1 - q     over surroundings  over the peak   sqrt(1 - 4 eta) off by   height off by")
    for rest in (0.0, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1):
        masses = TOTAL / (2 - rest), TOTAL * (1 - rest) / (2 - rest)
        mode = strain(masses, NEAR, [(2, 1)])
        peak = strain(masses, np.geomspace(10, 1000, 3000), [(2, 2), (2, 1), (3, 3), (3, 2), (4, 4), (4, 3)]).max()
        # Away from the pole the mode falls almost exponentially.
        ends = np.interp(NEAR, NEAR[[0, -1]], np.log(mode[[0, -1]]))
        at = np.argmax(np.log(mode) - ends)
        one, two = [m / sum(masses) for m in masses]
        square = 1 - 4 * (one * two)
        exact = (mpmath.mpf(masses[0]) - masses[1]) / (mpmath.mpf(masses[0]) + masses[1])
        off = height = "-"
        if square > 0 and exact > 0:
            mf = NEAR[at] * SECONDS
            off = "%.1e" % abs(np.sqrt(square) / exact - 1)
            height = "%.1e" % abs(inverse(masses, np.sqrt(square), mf) / inverse(masses, exact, mf) - 1)
        print("%-8.0e  %-17.2g  %-14.1e  %-23s  %s" % (rest, mode[at] / np.exp(ends[at]), mode[at] / peak, off, height))


if __name__ == "__main__":
    main()
