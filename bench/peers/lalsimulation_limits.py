#!/usr/bin/env python3
"""LALSimulation at the edges of its models, as docs/accuracy.md states it: what differs there, of the peak.

usage: lalsimulation_limits.py        prints three tables

1. IMRPhenomXP with both tilts so far from 0 or pi: how far each line's waveform is from the one before.
2. IMRPhenomXP and XPHM of aligned spins beside IMRPhenomXAS and XHM.
3. dingo-gw's waveforms with f_start above f_min: where they begin, and that they are whole from f_start on.

Needs dingo-gw and lalsuite (pip install dingo-gw lalsuite).
"""
import contextlib
import io
import warnings

import lal
import lalsimulation
import numpy as np
from bilby.gw.conversion import bilby_to_lalsimulation_spins
from dingo.gw.domains import build_domain
from dingo.gw.waveform_generator import WaveformGenerator

F_REF = 20.0


def waveform(approximant, masses, spins, iota, frequencies):
    options = lal.CreateDict()
    lalsimulation.SimInspiralWaveformParamsInsertPhenomXHMThresholdMband(options, 0)
    lalsimulation.SimInspiralWaveformParamsInsertPhenomXPHMThresholdMband(options, 0)
    sequence = lal.CreateREAL8Sequence(len(frequencies))
    sequence.data = frequencies
    plus, cross = lalsimulation.SimInspiralChooseFDWaveformSequence(
        0.4, *(m * lal.MSUN_SI for m in masses), *spins, F_REF, 500e6 * lal.PC_SI, iota, options,
        getattr(lalsimulation, approximant), sequence)
    return np.array([plus.data.data, cross.data.data])


def difference(one, other):
    return abs(one - other).max() / abs(one).max()


def masses(total, ratio):
    return total / (1 + ratio), total - total / (1 + ratio)


def small_tilts():
    frequencies = np.arange(20, 250.5, 0.5)
    binaries = [(60, 0.05, 0.99, 0.99, np.pi), (60, 0.05, 0.99, 0.99, 0.0), (65, 0.8, 0.5, 0.3, np.pi),
                (65, 0.8, 0.5, 0.3, 0.0)]
    print("IMRPhenomXP, total mass, mass ratio, a_1, a_2, tilts about:", binaries)
    before = [None] * len(binaries)
    for offset in (1e-3, 1e-4, 1e-5, 3e-6, 1e-6, 3e-7, 1e-7, 5e-8, 3e-8, 1e-8, 1e-9, 1e-12):
        line = []
        for i, (total, ratio, a_1, a_2, limit) in enumerate(binaries):
            m1, m2 = masses(total, ratio)
            iota, *spins = bilby_to_lalsimulation_spins(
                1.0, 2.0, abs(limit - offset), abs(limit - offset), 1.0, a_1, a_2, m1 * lal.MSUN_SI,
                m2 * lal.MSUN_SI, F_REF, 0.4)
            here = waveform("IMRPhenomXP", (m1, m2), spins, iota, frequencies)
            line.append("" if before[i] is None else "%.1e" % difference(here, before[i]))
            before[i] = here
        print("  %.0e" % offset, *line)


def aligned_limit():
    frequencies = np.arange(20, 1024.25, 0.25)
    random = np.random.default_rng(1)
    for precessing, aligned in (("IMRPhenomXP", "IMRPhenomXAS"), ("IMRPhenomXPHM", "IMRPhenomXHM")):
        found = []
        for _ in range(200):
            pair = masses(random.uniform(10, 200), random.uniform(0.1, 1))
            one, two = random.uniform(-0.99, 0.99, 2)
            found.append(difference(*(waveform(name, pair, (0, 0, one, 0, 0, two), 0.5, frequencies)
                                      for name in (precessing, aligned))))
        print(precessing, "beside", aligned, "of 200 aligned binaries: median %.2g, 90 %% %.2g, max %.2g"
              % (np.median(found), np.quantile(found, 0.9), max(found)))


def late_starts():
    for total in (5.0, 20.0, 60.0, 150.0, 400.0):
        for f_start, f_min in ((30.0, 10.0), (20.0, 8.0)):
            domain = build_domain({"type": "UniformFrequencyDomain", "f_min": f_min, "f_max": 1024.0, "delta_f": 0.125})
            parameters = {"total_mass": total, "mass_ratio": 0.8, "chi_1": 0.2, "chi_2": 0.3, "theta_jn": 0.5,
                          "phase": 0.4, "luminosity_distance": 500.0, "geocent_time": 0.0}
            with contextlib.redirect_stdout(io.StringIO()):
                whole, late = (WaveformGenerator(domain=domain, approximant="IMRPhenomD", f_ref=F_REF, f_start=start)
                               .generate_hplus_hcross(parameters)["h_plus"] for start in (None, f_start))
            frequencies = np.arange(len(late)) * 0.125
            print("IMRPhenomD, %g solar masses, f_start %g Hz: begins at %.3g of it, from f_start on differs by %.1g"
                  % (total, f_start, frequencies[np.flatnonzero(late)[0]] / f_start,
                     abs(late - whole)[frequencies >= f_start].max() / abs(whole).max()))


def main():
    warnings.filterwarnings("ignore")
    small_tilts()
    aligned_limit()
    late_starts()


if __name__ == "__main__":
    main()
