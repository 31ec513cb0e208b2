#!/usr/bin/env python3
"""Looks for bad rows in many draws of a wide prior: not finite, or with a spike.

usage: wide_draws.py [--rows N] [--approximant NAME]      exit code 1 where a row is bad

Makes N rows (default 1,000,000) of total masses 12 to 300 solar masses, mass ratios down to 0.05 and spins up to 0.99 in
any direction, on 64 bins from 16 to 1024 Hz, and reads them back. A spike is a bin whose strain, both polarizations
together, is above 10 times the largest of its two neighbours on either side. Needs h5py and numpy.
"""
import argparse
import os
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--approximant", default="IMRPhenomXPHM")
    arguments = parser.parse_args()
    spins = PRECESSING if arguments.approximant in ("IMRPhenomXP", "IMRPhenomXPHM") else ALIGNED
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    bad = 0
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        settings, out = pathlib.Path(folder) / "wide.yaml", pathlib.Path(folder) / "wide.hdf5"
        settings.write_text(SETTINGS.format(approximant=arguments.approximant, spins=spins))
        subprocess.run([HOME / "chirpmill", "generate", settings, "-n", str(arguments.rows), "-o", out], check=True)
        with h5py.File(out) as f:
            for first in range(0, arguments.rows, 10_000):
                plus = f["polarizations/h_plus"][first:first + 10_000]
                cross = f["polarizations/h_cross"][first:first + 10_000]
                strain = np.sqrt(np.abs(plus.astype(complex)) ** 2 + np.abs(cross.astype(complex)) ** 2)
                around = np.maximum.reduce([strain[:, :-4], strain[:, 1:-3], strain[:, 3:-1], strain[:, 4:]])
                # The first bins have no neighbours below f_min, and nothing is expected of a strain that underflows.
                spike = (strain[:, 2:-2] > 10 * around) & (strain[:, 2:-2] > 1e-35)
                worse = ~np.isfinite(strain).all(axis=1) | spike.any(axis=1)
                for row in np.flatnonzero(worse):
                    bad += 1
                    print(f"row {first + row}: {dict(zip(f['parameters'].dtype.names, f['parameters'][first + row]))}")
    print(f"{bad} bad rows among {arguments.rows:,} of {arguments.approximant}")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
