#!/usr/bin/env python3
"""Writes ../resources/reference/uniform_grid_IMRPhenomXHM.h5: IMRPhenomXHM on a uniform grid, by LALSimulation.

The sources, the grid and the empty last bin are those of uniform_grid_xas.py; multibanding is off. Needs lalsuite, h5py
and numpy.
"""
import pathlib

import h5py
import lal
import lalsimulation
import numpy as np
from uniform_grid_xas import DELTA_F, F_MAX, F_MIN, F_REF, MEGAPARSEC, NAMES, ROWS, SOLAR_MASS_KG


def main():
    rows = np.array(ROWS, dtype=[(name, "<f8") for name in NAMES])
    bins = int(F_MAX / DELTA_F) + 1
    strain = np.zeros((2, len(rows), bins), complex)
    options = lal.CreateDict()
    lalsimulation.SimInspiralWaveformParamsInsertPhenomXHMThresholdMband(options, 0)
    for i, p in enumerate(rows):
        spins = [p["a_%d" % k] * (1 if p["tilt_%d" % k] == 0 else -1) for k in (1, 2)]
        plus, cross = lalsimulation.SimInspiralChooseFDWaveform(
            p["mass_1"] * SOLAR_MASS_KG, p["mass_2"] * SOLAR_MASS_KG, 0, 0, spins[0], 0, 0, spins[1],
            p["luminosity_distance"] * MEGAPARSEC, p["theta_jn"], p["phase"], 0, 0, 0, DELTA_F, F_MIN, F_MAX, F_REF,
            options, lalsimulation.IMRPhenomXHM)
        assert plus.data.length == bins
        strain[0, i], strain[1, i] = plus.data.data, cross.data.data
        strain[:, i, -1] = 0
    path = pathlib.Path(__file__).resolve().parent.parent / "resources/reference/uniform_grid_IMRPhenomXHM.h5"
    with h5py.File(path, "w") as file:
        file.attrs["domain"] = "UniformFrequencyDomain f_min=20 f_max=512 delta_f=0.25 (%d bins, zero below f_min)" % bins
        file.attrs["f_ref"] = F_REF
        file.attrs["spin_conversion_phase"] = 0.0
        file.attrs["source"] = "lalsimulation %s SimInspiralChooseFDWaveform, multibanding off, last bin emptied" % (
            lalsimulation.__version__)
        file["IMRPhenomXHM/parameters"] = rows
        for name, values in zip(("h_plus", "h_cross"), strain):
            file.create_dataset("IMRPhenomXHM/exact/" + name, data=values, compression="gzip", shuffle=True)


if __name__ == "__main__":
    main()
