#!/usr/bin/env python3
"""dingo-gw on the rows of a dataset: how many waveforms a second on one core, and whether they agree.

usage: dingo_gw_rate.py [DATASET.hdf5] [--rows N] [--repeats N] [--multibanding]      prints one JSON object

Needs dingo-gw (pip install dingo-gw); without a dataset it only says whether it is there. What is timed is what
dingo-gw does for a row of parameters: their conversion, LALSimulation's call, and cutting the result to the domain.
IMRPhenomXHM and XPHM are evaluated exactly unless --multibanding asks for what dingo-gw does by default.
"""
import contextlib
import io
import sys
import warnings

import measurement

try:
    import h5py  # noqa: F401  measurement reads with it
    import lal
    import lalsimulation
    import numpy as np
    # Importing it takes the liberty to print.
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import importlib.metadata
        from dingo.gw.domains import build_domain
        from dingo.gw.waveform_generator import WaveformGenerator
except ImportError as missing:
    sys.exit(f"{missing}: pip install dingo-gw")


def main():
    chosen = measurement.arguments(__doc__)
    settings, rows, ours = measurement.read(chosen.dataset, chosen.rows)
    measurement.require_dingos_angles(settings["waveform_generator"])
    with contextlib.redirect_stdout(io.StringIO()):
        domain = build_domain(settings["domain"])
        generator = WaveformGenerator(domain=domain, **settings["waveform_generator"])
        if not chosen.multibanding:
            generator.lal_params = generator.lal_params or lal.CreateDict()
            lalsimulation.SimInspiralWaveformParamsInsertPhenomXHMThresholdMband(generator.lal_params, 0)
            lalsimulation.SimInspiralWaveformParamsInsertPhenomXPHMThresholdMband(generator.lal_params, 0)
        rates, waveforms = measurement.timed(generator.generate_hplus_hcross, rows, chosen.repeats)
    theirs = [np.array([domain.update_data(w["h_plus"]), domain.update_data(w["h_cross"])]) for w in waveforms]
    measurement.report(f"dingo-gw {importlib.metadata.version('dingo-gw')}", ours, theirs, rates)


if __name__ == "__main__":
    main()
