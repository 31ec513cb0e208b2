#!/usr/bin/env python3
"""Loads a dataset with real dingo-gw and compares its first rows with dingo-gw's own waveforms.

usage: dingo_gw_loads.py DATASET.hdf5 [--rows N]      exit code 0 when all agree

Needs dingo-gw and lalsuite (pip install dingo-gw lalsuite). Agreement ends at 1e-7 of the peak even in double precision
where LALSimulation shifts the waveform in time (IMRPhenomD on uniform domains): dingo-gw shifts it back with complex64
factors.
"""
import argparse
import contextlib
import io
import sys

import measurement
import numpy as np
from dingo.gw.dataset import WaveformDataset
from dingo.gw.domains import build_domain
from dingo.gw.waveform_generator import WaveformGenerator


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset")
    parser.add_argument("--rows", type=int, default=100)
    parser.add_argument("--tolerance", type=float, default=1e-6)
    arguments = parser.parse_args()
    with contextlib.redirect_stdout(io.StringIO()):
        dataset = WaveformDataset(file_name=arguments.dataset)
        lazy = WaveformDataset(file_name=arguments.dataset, leave_waveforms_on_disk=True)
        measurement.require_dingos_angles(dataset.settings["waveform_generator"])
        domain = build_domain(dataset.settings["domain"])
        generator = WaveformGenerator(domain=domain, **dataset.settings["waveform_generator"])
    print(f"dingo-gw loads {len(dataset)} rows, {dataset.polarizations['h_plus'].dtype}, "
          f"columns {list(dataset.parameters.columns)}, domain {type(dataset.domain).__name__} of {len(domain)} bins")
    worst = 0.0
    for i in range(min(arguments.rows, len(dataset))):
        item, lazy_item = dataset[i], lazy[i]
        theirs = generator.generate_hplus_hcross({k: float(v) for k, v in dataset.parameters.iloc[i].items()})
        theirs = {k: domain.update_data(v) for k, v in theirs.items()}
        peak = max(np.abs(v).max() for v in theirs.values())
        for name, strain in theirs.items():
            assert np.array_equal(item["waveform"][name], lazy_item["waveform"][name])
            worst = max(worst, np.abs(item["waveform"][name] - strain).max() / peak)
    print(f"largest difference from dingo-gw's own waveforms, of the peak: {worst:.2e}")
    sys.exit(0 if worst <= arguments.tolerance else 1)


if __name__ == "__main__":
    main()
