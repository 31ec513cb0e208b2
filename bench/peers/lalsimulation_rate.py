#!/usr/bin/env python3
"""LALSimulation on the rows of a dataset: how many waveforms a second on one core, and whether they agree.

usage: lalsimulation_rate.py DATASET.hdf5 [--rows N] [--multibanding]      prints one JSON object

Needs lalsuite, bilby and h5py (pip install lalsuite bilby h5py). Only the waveform calls are timed, not the conversion
of parameters. The domain must be uniform. IMRPhenomXHM and XPHM are evaluated exactly unless --multibanding asks for
LALSimulation's default. As dingo-gw gets it, the last bin of 2^n + 1 is empty.
"""
import argparse
import ast
import json
import time

import h5py
import lal
import lalsimulation
import numpy as np
from bilby.gw.conversion import bilby_to_lalsimulation_spins, convert_to_lal_binary_black_hole_parameters


def options(p, generator, multibanding):
    chosen = lal.CreateDict()
    if "lambda_1" in p:
        lalsimulation.SimInspiralWaveformParamsInsertTidalLambda1(chosen, p["lambda_1"])
        lalsimulation.SimInspiralWaveformParamsInsertTidalLambda2(chosen, p["lambda_2"])
    if not multibanding:
        lalsimulation.SimInspiralWaveformParamsInsertPhenomXHMThresholdMband(chosen, 0)
        lalsimulation.SimInspiralWaveformParamsInsertPhenomXPHMThresholdMband(chosen, 0)
    version = (generator.get("phenomx") or {}).get("prec_version")
    if version is not None:
        lalsimulation.SimInspiralWaveformParamsInsertPhenomXPrecVersion(chosen, version)
    if generator.get("mode_list"):
        modes = lalsimulation.SimInspiralCreateModeArray()
        for ell, m in generator["mode_list"]:
            lalsimulation.SimInspiralModeArrayActivateMode(modes, ell, m)
        lalsimulation.SimInspiralWaveformParamsInsertModeArray(chosen, modes)
    return chosen


def call_arguments(row, domain, generator, multibanding):
    p, _ = convert_to_lal_binary_black_hole_parameters(row)
    phase = generator.get("spin_conversion_phase")
    iota, *spins = bilby_to_lalsimulation_spins(
        p["theta_jn"], p["phi_jl"], p["tilt_1"], p["tilt_2"], p["phi_12"], p["a_1"], p["a_2"],
        p["mass_1"] * lal.MSUN_SI, p["mass_2"] * lal.MSUN_SI, generator["f_ref"],
        p["phase"] if phase is None else phase)
    return (
        p["mass_1"] * lal.MSUN_SI, p["mass_2"] * lal.MSUN_SI, *[float(s) for s in spins],
        p["luminosity_distance"] * 1e6 * lal.PC_SI, float(iota), p["phase"], 0.0, 0.0, 0.0,
        domain["delta_f"], domain["f_min"], domain["f_max"], generator["f_ref"], options(p, generator, multibanding),
        lalsimulation.GetApproximantFromString(generator["approximant"]),
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset")
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--multibanding", action="store_true")
    arguments = parser.parse_args()
    with h5py.File(arguments.dataset) as f:
        settings = ast.literal_eval(f.attrs["settings"])
        table = f["parameters"][: arguments.rows]
        plus = f["polarizations/h_plus"][: arguments.rows]
        cross = f["polarizations/h_cross"][: arguments.rows]
    domain, generator = settings["domain"], settings["waveform_generator"]
    calls = [call_arguments({n: float(r[n]) for n in table.dtype.names}, domain, generator, arguments.multibanding)
             for r in table]

    for call in calls[:50]:
        lalsimulation.SimInspiralChooseFDWaveform(*call)
    began = time.perf_counter()
    waveforms = [lalsimulation.SimInspiralChooseFDWaveform(*call) for call in calls]
    seconds = time.perf_counter() - began

    bins = plus.shape[1]
    differences = []
    for (hp, hc), ours_plus, ours_cross in zip(waveforms, plus, cross):
        theirs = np.array([hp.data.data[:bins], hc.data.data[:bins]])
        if (bins - 1) & (bins - 2) == 0:
            theirs[:, -1] = 0
        differences.append(np.abs(theirs - [ours_plus, ours_cross]).max() / np.abs(theirs).max())
    print(json.dumps({
        "peer": f"lalsimulation {lalsimulation.__version__}", "rows": len(calls), "bins": bins,
        "waveforms_per_second": len(calls) / seconds, "median_difference_of_peak": float(np.median(differences)),
        "worst_difference_of_peak": float(np.max(differences)),
    }))


if __name__ == "__main__":
    main()
