#!/usr/bin/env python3
"""LALSimulation on the rows of a dataset: how many waveforms a second on one core, and whether they agree.

usage: lalsimulation_rate.py DATASET.hdf5 [--rows N]      prints one JSON object

Needs lalsuite, bilby and h5py (pip install lalsuite bilby h5py). Only the waveform calls are timed, not the conversion
of parameters. Sources must have aligned spins, the domain must be uniform.
"""
import argparse
import ast
import json
import time

import h5py
import lal
import lalsimulation
import numpy as np
from bilby.gw.conversion import convert_to_lal_binary_black_hole_parameters


def call_arguments(row, domain, generator):
    p, _ = convert_to_lal_binary_black_hole_parameters(row)
    lal_dict = None
    if "lambda_1" in p:
        lal_dict = lal.CreateDict()
        lalsimulation.SimInspiralWaveformParamsInsertTidalLambda1(lal_dict, p["lambda_1"])
        lalsimulation.SimInspiralWaveformParamsInsertTidalLambda2(lal_dict, p["lambda_2"])
    return (
        p["mass_1"] * lal.MSUN_SI, p["mass_2"] * lal.MSUN_SI,
        0.0, 0.0, p["a_1"] * np.cos(p["tilt_1"]), 0.0, 0.0, p["a_2"] * np.cos(p["tilt_2"]),
        p["luminosity_distance"] * 1e6 * lal.PC_SI, p["theta_jn"], p["phase"], 0.0, 0.0, 0.0,
        domain["delta_f"], domain["f_min"], domain["f_max"], generator["f_ref"], lal_dict,
        lalsimulation.GetApproximantFromString(generator["approximant"]),
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset")
    parser.add_argument("--rows", type=int, default=1000)
    arguments = parser.parse_args()
    with h5py.File(arguments.dataset) as f:
        settings = ast.literal_eval(f.attrs["settings"])
        table = f["parameters"][: arguments.rows]
        plus = f["polarizations/h_plus"][: arguments.rows]
        cross = f["polarizations/h_cross"][: arguments.rows]
    domain, generator = settings["domain"], settings["waveform_generator"]
    calls = [call_arguments({n: float(r[n]) for n in table.dtype.names}, domain, generator) for r in table]

    for call in calls[:50]:
        lalsimulation.SimInspiralChooseFDWaveform(*call)
    began = time.perf_counter()
    waveforms = [lalsimulation.SimInspiralChooseFDWaveform(*call) for call in calls]
    seconds = time.perf_counter() - began

    bins = plus.shape[1]
    worst = 0.0
    for (hp, hc), ours_plus, ours_cross in zip(waveforms, plus, cross):
        theirs = np.array([hp.data.data[:bins], hc.data.data[:bins]])
        if generator["approximant"] == "TaylorF2":
            theirs[:, -1] = 0  # dingo-gw's road through LALSimulation leaves the last bin empty
        worst = max(worst, np.abs(theirs - [ours_plus, ours_cross]).max() / np.abs(theirs).max())
    print(json.dumps({
        "peer": f"lalsimulation {lalsimulation.__version__}", "rows": len(calls), "bins": bins,
        "waveforms_per_second": len(calls) / seconds, "worst_difference_of_peak": worst,
    }))


if __name__ == "__main__":
    main()
