#!/usr/bin/env python3
"""Looks for bad rows in many draws of a wide prior: not finite, with a spike, or fast and exact apart.

usage: wide_draws.py [--rows N] [--approximant NAME | --settings FILE] [--beside-exact]      exit code 1 where a row is bad

Makes N rows (default 1,000,000) of total masses 12 to 300 solar masses, mass ratios down to 0.05 and spins up to 0.99 in
any direction, on 64 bins from 16 to 1024 Hz, and reads them back; or rows of FILE, which has no compression. A spike is
a bin whose strain, both polarizations together, is above 10 times the largest of its two neighbours on either side.
--beside-exact makes every row with both accuracies, and a row is bad too where they differ by more than 1e-6 of its
norm. Rows come in pieces, in the folder for temporary files. Needs h5py and numpy.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile

import h5py
import numpy as np

HOME = pathlib.Path(__file__).resolve().parent.parent
SETTINGS = """
domain: {{type: UniformFrequencyDomain, f_min: 16.0, f_max: 1024.0, delta_f: 16.0}}
waveform_generator: {{approximant: {approximant}, f_ref: 20.0, spin_conversion_phase: 0.0}}
intrinsic_prior:
  total_mass: LogUniform(minimum=12.0, maximum=300.0)
  mass_ratio: Uniform(minimum=0.05, maximum=1.0)
{spins}
  theta_jn: Sine(minimum=0.0, maximum=np.pi)
  phase: Uniform(minimum=0.0, maximum=2*np.pi)
  luminosity_distance: 500.0
  geocent_time: 0.0
num_samples: 1
"""
PRECESSING = """  a_1: Uniform(minimum=0.0, maximum=0.99)
  a_2: Uniform(minimum=0.0, maximum=0.99)
  tilt_1: Sine(minimum=0.0, maximum=np.pi)
  tilt_2: Sine(minimum=0.0, maximum=np.pi)
  phi_12: Uniform(minimum=0.0, maximum=2*np.pi)
  phi_jl: Uniform(minimum=0.0, maximum=2*np.pi)"""
ALIGNED = """  chi_1: Uniform(minimum=-0.99, maximum=0.99)
  chi_2: Uniform(minimum=-0.99, maximum=0.99)"""
WITHOUT_PRECESSION = ("TaylorF2", "IMRPhenomD", "IMRPhenomD_NRTidalv2", "IMRPhenomHM", "IMRPhenomNSBH", "IMRPhenomXAS",
                      "IMRPhenomXAS_NRTidalv2", "IMRPhenomXAS_NRTidalv3", "IMRPhenomXHM")
TOLERANCE = 1e-6


def pieces(rows, size):
    """(first, end) of so many rows at once."""
    return [(first, min(first + size, rows)) for first in range(0, rows, size)]


def generate(settings, first, end, out, *options):
    subprocess.run([HOME / "chirpmill", "generate", settings, "--rows", f"{first}:{end}", "-o", out, "--force",
                    *options], check=True)


def strains(f, first, end):
    """Both polarizations of some rows, side by side, complex doubles."""
    return np.hstack([f[f"polarizations/{name}"][first:end].astype(complex) for name in ("h_plus", "h_cross")])


def has_spike(waveforms):
    bins = waveforms.shape[1] // 2
    strain = np.sqrt(np.abs(waveforms[:, :bins]) ** 2 + np.abs(waveforms[:, bins:]) ** 2)
    around = np.maximum.reduce([strain[:, :-4], strain[:, 1:-3], strain[:, 3:-1], strain[:, 4:]])
    # The first bins have no neighbours below f_min, and nothing is expected of a strain a thousandth of the tolerance.
    counts = strain[:, 2:-2] > TOLERANCE / 1000 * strain.max(axis=1, keepdims=True)
    return ((strain[:, 2:-2] > 10 * around) & counts).any(axis=1)


def distance(waveforms, others):
    """Of each row from another, over its norm."""
    scale = 1e-30  # squares of strains would underflow
    return np.linalg.norm((waveforms - others) / scale, axis=1) / np.linalg.norm(others / scale, axis=1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--approximant", default="IMRPhenomXPHM")
    parser.add_argument("--settings", type=pathlib.Path)
    parser.add_argument("--beside-exact", action="store_true")
    parser.add_argument("--piece", type=int, default=20_000, help="rows at once on the disk")
    arguments = parser.parse_args()
    spins = ALIGNED if arguments.approximant in WITHOUT_PRECESSION else PRECESSING
    bad = 0
    distances = []
    with tempfile.TemporaryDirectory() as folder:
        settings, out, exact = (pathlib.Path(folder) / name for name in ("wide.yaml", "wide.hdf5", "exact.hdf5"))
        settings.write_text(arguments.settings.read_text() if arguments.settings
                            else SETTINGS.format(approximant=arguments.approximant, spins=spins))
        for first, end in pieces(arguments.rows, arguments.piece):
            generate(settings, first, end, out)
            if arguments.beside_exact:
                generate(settings, first, end, exact, "--accuracy", "exact")
            with h5py.File(out) as f, h5py.File(exact if arguments.beside_exact else out) as g:
                for start, stop in pieces(end - first, 1000):
                    waveforms = strains(f, start, stop)
                    worse = ~np.isfinite(waveforms).all(axis=1) | has_spike(waveforms)
                    if arguments.beside_exact:
                        apart = distance(waveforms, strains(g, start, stop))
                        distances.append(apart)
                        worse |= ~(apart <= TOLERANCE)
                    for row in np.flatnonzero(worse):
                        bad += 1
                        values = dict(zip(f["parameters"].dtype.names, f["parameters"][start + row]))
                        print(f"row {first + start + row}: {values}")
    if distances:
        quantiles = np.quantile(np.concatenate(distances), [0.5, 0.99, 0.999, 1])
        print("fast from exact, over the norm: median %.1e, 99 %% %.1e, 99.9 %% %.1e, at most %.1e" % tuple(quantiles))
    print(f"{bad} bad rows among {arguments.rows:,} of {arguments.settings or arguments.approximant}")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
