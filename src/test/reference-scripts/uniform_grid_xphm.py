#!/usr/bin/env python3
"""IMRPhenomXPHM on a uniform grid, without the (3, 2) mode, from LALSimulation.

Writes ../resources/reference/uniform_grid_IMRPhenomXPHM.h5: four rows, 2049 bins (0 to 1024 Hz at
0.5 Hz, zero below 20 Hz), multibanding off, modes (2, 2), (2, 1), (3, 3), (4, 4). The (3, 2) mode is left out because
LALSimulation glues it with finite differences and is itself wrong by up to 1e-5 of the peak there; without it the
comparison is sharp. Like dingo-gw's data, the last bin is empty. Needs lalsuite, bilby, numpy and h5py.
"""
import pathlib

import h5py
import lal
import lalsimulation
import numpy as np
from bilby.gw.conversion import bilby_to_lalsimulation_spins

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "reference"
NAMES = ("mass_1", "mass_2", "theta_jn", "phi_jl", "tilt_1", "tilt_2", "phi_12", "a_1", "a_2", "phase",
         "spin_conversion_phase", "luminosity_distance", "lambda_1", "lambda_2", "iota", "spin_1x", "spin_1y",
         "spin_1z", "spin_2x", "spin_2y", "spin_2z")
ROWS = [  # mass_1, mass_2, theta_jn, phi_jl, tilt_1, tilt_2, phi_12, a_1, a_2, phase, distance
    (41.5, 33.25, 1.1, 2.3, 0.7, 1.9, 4.1, 0.62, 0.35, 0.4, 700.0),
    (78.0, 14.5, 2.2, 5.1, 1.4, 0.3, 2.6, 0.85, 0.71, 3.3, 450.0),
    (24.0, 21.0, 0.5, 0.2, 2.5, 2.1, 1.2, 0.15, 0.93, 5.9, 320.0),
    (110.0, 62.0, 1.6, 3.7, 0.05, 3.0, 0.6, 0.4, 0.02, 1.7, 2100.0),
]


def main():
    options = lal.CreateDict()
    lalsimulation.SimInspiralWaveformParamsInsertPhenomXHMThresholdMband(options, 0)
    lalsimulation.SimInspiralWaveformParamsInsertPhenomXPHMThresholdMband(options, 0)
    modes = lalsimulation.SimInspiralCreateModeArray()
    chosen = [[ell, sign * m] for ell, m in ((2, 2), (2, 1), (3, 3), (4, 4)) for sign in (1, -1)]
    for ell, m in chosen:
        lalsimulation.SimInspiralModeArrayActivateMode(modes, ell, m)
    lalsimulation.SimInspiralWaveformParamsInsertModeArray(options, modes)
    approximant = lalsimulation.GetApproximantFromString("IMRPhenomXPHM")
    table = np.zeros(len(ROWS), [(name, "<f8") for name in NAMES])
    strains = []
    for i, (m1, m2, theta_jn, phi_jl, tilt_1, tilt_2, phi_12, a_1, a_2, phase, distance) in enumerate(ROWS):
        iota, *spins = bilby_to_lalsimulation_spins(
            theta_jn, phi_jl, tilt_1, tilt_2, phi_12, a_1, a_2, m1 * lal.MSUN_SI, m2 * lal.MSUN_SI, 20.0, 0.0)
        table[i] = (m1, m2, theta_jn, phi_jl, tilt_1, tilt_2, phi_12, a_1, a_2, phase, 0.0, distance, 0, 0, iota, *spins)
        hp, hc = lalsimulation.SimInspiralChooseFDWaveform(
            m1 * lal.MSUN_SI, m2 * lal.MSUN_SI, *[float(s) for s in spins], distance * 1e6 * lal.PC_SI, float(iota),
            phase, 0.0, 0.0, 0.0, 0.5, 20.0, 1024.0, 20.0, options, approximant)
        both = [np.array(h.data.data[:2049]) for h in (hp, hc)]
        for h in both:
            h[-1] = 0
        strains.append(both)
    with h5py.File(FOLDER / "uniform_grid_IMRPhenomXPHM.h5", "w") as f:
        f.attrs["domain"] = "UniformFrequencyDomain f_min=20 f_max=1024 delta_f=0.5 (2049 bins, zero below f_min)"
        f.attrs["f_ref"] = 20.0
        f.attrs["options"] = repr({"ModeArray": chosen})
        f.attrs["source"] = f"LALSimulation {lalsimulation.__version__} SimInspiralChooseFDWaveform, without (3, 2)"
        group = f.create_group("IMRPhenomXPHM")
        group.create_dataset("parameters", data=table)
        for k, name in enumerate(("h_plus", "h_cross")):
            group.create_dataset(f"exact/{name}", data=np.array([both[k] for both in strains]))


if __name__ == "__main__":
    main()
