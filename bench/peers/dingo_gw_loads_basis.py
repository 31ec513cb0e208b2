#!/usr/bin/env python3
"""Loads a basis with real dingo-gw and compares what both make of dingo-gw's own waveforms.

usage: dingo_gw_loads_basis.py BASIS.hdf5 SETTINGS.yaml [--rows N]      exit code 0 when all agree

dingo-gw draws from the settings' prior, makes the waveforms, whitens, compresses and decompresses them. Compared are
the basis (orthonormal, zero below f_min), and the mismatches with those that the file holds. Needs dingo-gw and lalsuite.
"""
import argparse
import contextlib
import io
import sys

import numpy as np
import pandas as pd
import yaml
from dingo.gw.dataset.generate_dataset import generate_parameters_and_polarizations
from dingo.gw.domains import build_domain
from dingo.gw.prior import build_prior_with_defaults
from dingo.gw.SVD import SVDBasis
from dingo.gw.transforms import WhitenFixedASD
from dingo.gw.waveform_generator import WaveformGenerator


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("basis")
    parser.add_argument("settings")
    parser.add_argument("--rows", type=int, default=200)
    arguments = parser.parse_args()
    with open(arguments.settings) as file:
        settings = yaml.safe_load(file)
    with contextlib.redirect_stdout(io.StringIO()):
        basis = SVDBasis(file_name=arguments.basis)
        domain = build_domain(settings["domain"])
        generator = WaveformGenerator(domain=domain, **settings["waveform_generator"])
        if settings["compression"].get("whitening"):
            generator.transform = WhitenFixedASD(domain, asd_file=settings["compression"]["whitening"])
        prior = build_prior_with_defaults(settings["intrinsic_prior"])
        parameters, waves = generate_parameters_and_polarizations(generator, prior, arguments.rows, 1)
        stored = basis.mismatches
        data = np.vstack([domain.update_data(waves[name]) for name in ("h_plus", "h_cross")])
    print(f"dingo-gw loads {basis.n} vectors of {len(basis.V)} bins, {basis.V.dtype}")
    skewness = np.abs(basis.Vh @ basis.V - np.eye(basis.n)).max()
    print(f"largest deviation of V^H V from unity: {skewness:.1e}")
    below = np.abs(basis.V[: domain.min_idx]).max(initial=0)
    again = basis.compress(basis.decompress(basis.compress(data)))
    loss = np.abs(again - basis.compress(data)).max() / np.abs(data).max()
    print(f"compressed, decompressed and compressed again: {loss:.1e} of the peak")
    if stored is not None:
        print("stored mismatches (median, max) and those of dingo-gw's own waveforms:")
        names = [name for name in stored if name.startswith("mismatch")]
        basis.compute_test_mismatches(data, twice(parameters))
        for name in names:
            ours, theirs = stored[name], basis.mismatches[name]
            print(f"  {name}: {ours.median():.2e} {ours.max():.2e}   {theirs.median():.2e} {theirs.max():.2e}")
    return 0 if skewness < 1e-10 and below == 0 and loss < 1e-10 else 1


def twice(parameters):
    """The parameters of h_plus's rows and again of h_cross's."""
    return pd.concat([parameters, parameters]).reset_index(drop=True)


if __name__ == "__main__":
    sys.exit(main())
