#!/usr/bin/env python3
"""Writes ../resources/reference/uniform_grid_IMRPhenomXAS.h5: IMRPhenomXAS on a uniform grid, by LALSimulation.

The last bin is emptied, as SimInspiralFD, which dingo-gw calls, empties its Nyquist frequency. (SimInspiralFD itself
would shift the waveform in time, and undoing that costs digits.)

Six aligned rows, heavy ones whose cutoff at Mf = 0.3 lies below f_max, a light one without, one with mass_2 > mass_1,
one with effective spin above 0.99 (cutoff 0.33). Needs lalsuite, h5py and numpy.
"""
import pathlib

import h5py
import lalsimulation
import numpy as np

SOLAR_MASS_KG = 1.988409870698050731911960804878414216e30
MEGAPARSEC = 1e6 * 3.085677581491367278913937957796471611e16
F_REF, F_MIN, F_MAX, DELTA_F = 20.0, 20.0, 512.0, 0.25
NAMES = ("mass_1", "mass_2", "theta_jn", "phi_jl", "tilt_1", "tilt_2", "phi_12", "a_1", "a_2", "phase",
         "spin_conversion_phase", "luminosity_distance", "lambda_1", "lambda_2")
ROWS = [
    (55.468, 39.524, 1.957, 0, np.pi, 0, 0, 0.2088, 0.1579, 5.766, 0, 944.1, 0, 0),
    (36.806, 58.574, 1.114, 0, np.pi, 0, 0, 0.4504, 0.5783, 4.481, 0, 771.2, 0, 0),
    (15.155, 12.512, 2.757, 0, 0, np.pi, 0, 0.7178, 0.2994, 2.225, 0, 1938.6, 0, 0),
    (142.62, 29.514, 1.725, 0, 0, np.pi, 0, 0.9618, 0.2441, 5.174, 0, 790.4, 0, 0),
    (120.0, 120.0, 1.852, 0, 0, 0, 0, 0.7684, 0.6128, 0.866, 0, 1463.6, 0, 0),
    (110.0, 80.0, 0.4, 0, 0, 0, 0, 0.995, 0.993, 3.364, 0, 1744.2, 0, 0),
]


def main():
    rows = np.array(ROWS, dtype=[(name, "<f8") for name in NAMES])
    bins = int(F_MAX / DELTA_F) + 1
    strain = np.zeros((2, len(rows), bins), complex)
    for i, p in enumerate(rows):
        spins = [p["a_%d" % k] * (1 if p["tilt_%d" % k] == 0 else -1) for k in (1, 2)]
        plus, cross = lalsimulation.SimInspiralChooseFDWaveform(
            p["mass_1"] * SOLAR_MASS_KG, p["mass_2"] * SOLAR_MASS_KG, 0, 0, spins[0], 0, 0, spins[1],
            p["luminosity_distance"] * MEGAPARSEC, p["theta_jn"], p["phase"], 0, 0, 0, DELTA_F, F_MIN, F_MAX, F_REF,
            None, lalsimulation.IMRPhenomXAS)
        assert plus.data.length == bins
        strain[0, i], strain[1, i] = plus.data.data, cross.data.data
        strain[:, i, -1] = 0
        filled = np.flatnonzero(strain[0, i]) * DELTA_F
        print("row %d: M = %.1f, from %s to %s Hz" % (i, p["mass_1"] + p["mass_2"], filled[0], filled[-1]))
    path = pathlib.Path(__file__).resolve().parent.parent / "resources/reference/uniform_grid_IMRPhenomXAS.h5"
    with h5py.File(path, "w") as file:
        file.attrs["domain"] = "UniformFrequencyDomain f_min=20 f_max=512 delta_f=0.25 (%d bins, zero below f_min)" % bins
        file.attrs["f_ref"] = F_REF
        file.attrs["spin_conversion_phase"] = 0.0
        file.attrs["source"] = "lalsimulation %s SimInspiralChooseFDWaveform, last bin emptied" % (
            lalsimulation.__version__)
        file["IMRPhenomXAS/parameters"] = rows
        for name, values in zip(("h_plus", "h_cross"), strain):
            file.create_dataset("IMRPhenomXAS/exact/" + name, data=values, compression="gzip", shuffle=True)


if __name__ == "__main__":
    main()
