#!/usr/bin/env python3
"""Gives every form of prior, as Chirpmill stores it in a dataset, to dingo-gw and compares draws.

usage: stored_priors.py [--rows N] [FILE.prior ...]      exit code 0 when all agree

Each line of src/test/resources/prior/accepted_priors.txt goes into a settings file of its own, of which chirpmill makes
a set. dingo-gw's build_prior_with_defaults takes the set's stored settings, as it does in injection and inference, and
as many values are drawn from what it makes; a two-sample Kolmogorov-Smirnov test compares them with the set's
parameters. Files of priors are put in place of the settings' prior and compared in each of their parameters.

Needs dingo-gw (pip install dingo-gw). Run from the repository's root.
"""
import argparse
import ast
import contextlib
import io
import os
import subprocess
import sys
import tempfile
import warnings

import h5py
from bilby.core.prior import Constraint, DeltaFunction
from dingo.gw.prior import build_prior_with_defaults
from scipy.stats import ks_2samp

FORMS = "src/test/resources/prior/accepted_priors.txt"
BINARY = {"chirp_mass": 30.0, "mass_ratio": 0.8, "chi_1": 0.1, "chi_2": -0.2, "theta_jn": 0.5, "phase": 0.4,
          "luminosity_distance": 500.0, "geocent_time": 0.0}
DISTANCES = ("luminosity_distance", "redshift", "comoving_distance")
# Of some hundred honest comparisons one in a hundred runs has a p value below it.
LEAST_P = 1e-4


def entries(key, text):
    """A binary with this prior: where no more is asked of its key than any, on psi, for which no draw is refused."""
    if "Constraint(" in text:
        return key, {**BINARY, key: text}
    if key in DISTANCES:
        return key, {**{k: v for k, v in BINARY.items() if k != "luminosity_distance"}, key: text}
    return "psi", {**BINARY, "psi": text}


def settings(prior, rows, model="IMRPhenomD"):
    lines = ["domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 64.0, delta_f: 1.0}",
             f"waveform_generator: {{approximant: {model}, f_ref: 20.0}}", f"num_samples: {rows}", "intrinsic_prior:"]
    for key, value in prior.items():
        quoted = "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)
        lines.append(f"  {key}: {quoted}")
    return "\n".join(lines) + "\n"


def generate(folder, text, *options):
    """The set's stored prior and its parameters."""
    file, out = os.path.join(folder, "s.yaml"), os.path.join(folder, "set.hdf5")
    with open(file, "w") as f:
        f.write(text)
    subprocess.run(["./chirpmill", "generate", file, "-o", out, "--force", *options], check=True,
                   capture_output=True, text=True)
    with h5py.File(out) as f:
        return ast.literal_eval(f.attrs["settings"])["intrinsic_prior"], f["parameters"][()]


def compared(stored, parameters, keys, rows):
    """A line of trouble, or None, and the least p value."""
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        prior = build_prior_with_defaults(stored)
        drawn = prior.sample(rows)
    least = 1.0
    for key in keys:
        if isinstance(prior[key], Constraint):
            continue
        if isinstance(prior[key], DeltaFunction):
            if not (parameters[key] == prior[key].peak).all():
                return f"{key} is {parameters[key][0]!r}, not {prior[key].peak!r}", 0.0
            continue
        p = ks_2samp(parameters[key], drawn[key]).pvalue
        least = min(least, p)
        if p < LEAST_P:
            return f"{key}: p = {p:.1e}", p
    return None, least


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    failures, least, count = 0, 1.0, 0
    with open(FORMS) as f:
        forms = [line.rstrip("\n").split(" = ", 1) for line in f if line.strip() and not line.startswith("#")]
    with tempfile.TemporaryDirectory() as folder:
        for key, text in forms if not arguments.files else []:
            carrier, prior = entries(key, text)
            trouble, stored = None, None
            try:
                stored, parameters = generate(folder, settings(prior, arguments.rows))
                trouble, p = compared(stored, parameters, [carrier], arguments.rows)
                least = min(least, p)
            except subprocess.CalledProcessError as refused:
                trouble = "chirpmill: " + refused.stderr.strip()
            except Exception as refused:  # whatever bilby raises
                trouble = f"dingo-gw: {type(refused).__name__}: {refused}"
            count += 1
            if trouble:
                failures += 1
                print(f"{key} = {text}\n  stored as {stored and stored.get(carrier)}\n  {trouble}")
        for file in arguments.files:
            model = "IMRPhenomXP" if "precessing" in file or "GW150914" in file else "IMRPhenomD"
            if "tides" in file and "off" not in file or "GW170817" in file:
                model = "TaylorF2"
            try:
                stored, parameters = generate(folder, settings(BINARY, arguments.rows, model), "--prior", file)
                trouble, p = compared(stored, parameters, parameters.dtype.names, arguments.rows)
                least = min(least, p)
            except subprocess.CalledProcessError as refused:
                trouble = "chirpmill: " + refused.stderr.strip()
            count += 1
            print(f"{os.path.basename(file)} with {model}: {trouble or 'agrees'}")
            failures += trouble is not None
    print(f"{count - failures} of {count} agree, least p value {least:.2g}")
    return 1 if failures else 0


sys.exit(main())
