#!/usr/bin/env python3
"""Writes a noise curve as dingo-gw's ASD dataset for H1 and L1: one curve, both detectors, for trying dingo_train.

usage: dingo_gw_asd.py CURVE.txt ASD.hdf5 [--f-max 2048] [--delta-f 0.0078125]

The grid is uniform; dingo-gw decimates it to a multibanded one where the waveforms are on one. Below the curve's first
frequency the ASD is 1, as dingo-gw has it below f_min. Needs dingo-gw (pip install dingo-gw).
"""
import argparse

import numpy as np
from dingo.gw.domains import UniformFrequencyDomain
from dingo.gw.noise.asd_dataset import ASDDataset


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("curve")
    parser.add_argument("asd")
    parser.add_argument("--f-max", type=float, default=2048.0)
    parser.add_argument("--delta-f", type=float, default=0.0078125)
    arguments = parser.parse_args()
    domain = UniformFrequencyDomain(f_min=0.0, f_max=arguments.f_max, delta_f=arguments.delta_f)
    frequencies, curve = np.loadtxt(arguments.curve, unpack=True)
    asd = np.interp(domain.sample_frequencies, frequencies, curve, left=1.0)[None]
    detectors = ("H1", "L1")
    ASDDataset(dictionary={"settings": {"domain_dict": domain.domain_dict},
                           "asds": {detector: asd for detector in detectors},
                           "gps_times": {detector: np.zeros(1) for detector in detectors}}).to_file(arguments.asd)


if __name__ == "__main__":
    main()
