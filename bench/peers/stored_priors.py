#!/usr/bin/env python3
"""Gives every form of prior, as Chirpmill stores it in a dataset, to dingo-gw and compares draws.

usage: stored_priors.py [--rows N] [FILE.prior ...]      exit code 0 when all agree

The lines of src/test/resources/prior/accepted_priors.txt go into settings, some in each, of which chirpmill makes sets.
dingo-gw's build_prior_with_defaults takes a set's stored settings, as it does in injection and inference, and as many
values are drawn from what it makes; a two-sample Kolmogorov-Smirnov test compares them with the set's
parameters. Not so for an Interped of few points, of which bilby makes another table (docs/priors.md); that it is read is
all that is asked. Files of priors are put in place of the settings' prior and compared in each of their parameters.

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
from bilby.core.prior import Constraint, DeltaFunction, Interped
from dingo.gw.prior import build_prior_with_defaults
from scipy.stats import ks_2samp

FORMS = "src/test/resources/prior/accepted_priors.txt"
BINARY = {"chirp_mass": 30.0, "mass_ratio": 0.8, "chi_1": 0.1, "chi_2": -0.2, "theta_jn": 0.5, "phase": 0.4,
          "luminosity_distance": 500.0, "geocent_time": 0.0}
CARRIERS = ("ra", "dec", "psi", "azimuth", "zenith", "geocent_time", "time_jitter")
DISTANCES = ("luminosity_distance", "redshift", "comoving_distance")
# Of some hundred honest comparisons one in a hundred runs has a p value below it.
LEAST_P = 1e-4
FINE_TABLE = 100


def batches(forms):
    """Binaries with these priors: each on a parameter of the detection, for which no draw is refused, where its own
    parameter does not matter. Of each, the whole prior and the forms by the parameter that carries them."""
    distances = [(key, text) for key, text in forms if key in DISTANCES]
    conditions = [(key, text) for key, text in forms if "Constraint(" in text]
    others = [(key, text) for key, text in forms if (key, text) not in distances + conditions]
    while distances or conditions or others:
        carried = {}
        if distances:
            key, text = distances.pop()
            carried[key] = text
        if conditions:
            key, text = conditions.pop()
            carried[key] = text
        for carrier in CARRIERS:
            if others:
                carried[carrier] = others.pop()[1]
        prior = {key: value for key, value in BINARY.items()
                 if key != "luminosity_distance" or not any(distance in carried for distance in DISTANCES)}
        yield {**prior, **carried}, carried


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
    """What is wrong with which of the keys, and the least p value."""
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        prior = build_prior_with_defaults(stored)
        drawn = prior.sample(rows)
    least, troubles = 1.0, {}
    for key in keys:
        coarse = type(prior[key]) is Interped and len(prior[key].xx) < FINE_TABLE
        if isinstance(prior[key], Constraint) or coarse:
            continue
        if isinstance(prior[key], DeltaFunction):
            if not (parameters[key] == prior[key].peak).all():
                troubles[key] = f"is {parameters[key][0]!r}, not {prior[key].peak!r}"
            continue
        p = ks_2samp(parameters[key], drawn[key]).pvalue
        least = min(least, p)
        if p < LEAST_P:
            troubles[key] = f"p = {p:.1e}"
    return troubles, least


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    failures, least, count = 0, 1.0, 0
    with open(FORMS) as f:
        forms = [line.rstrip("\n").split(" = ", 1) for line in f if line.strip() and not line.startswith("#")]
    with tempfile.TemporaryDirectory() as folder:
        for prior, carried in batches(forms if not arguments.files else []):
            stored = {}
            try:
                stored, parameters = generate(folder, settings(prior, arguments.rows))
                troubles, p = compared(stored, parameters, carried, arguments.rows)
                least = min(least, p)
            except subprocess.CalledProcessError as refused:
                troubles = {key: "chirpmill: " + refused.stderr.strip() for key in carried}
            except Exception as refused:  # whatever bilby raises
                troubles = {key: f"dingo-gw: {type(refused).__name__}: {refused}" for key in carried}
            count += len(carried)
            failures += len(troubles)
            for key, trouble in troubles.items():
                print(f"{carried[key]}\n  stored as {stored.get(key)}\n  {trouble}")
        for file in arguments.files:
            model = "IMRPhenomXP" if "precessing" in file or "GW150914" in file else "IMRPhenomD"
            if "tides" in file and "off" not in file or "GW170817" in file:
                model = "TaylorF2"
            try:
                stored, parameters = generate(folder, settings(BINARY, arguments.rows, model), "--prior", file)
                troubles, p = compared(stored, parameters, parameters.dtype.names, arguments.rows)
                least = min(least, p)
            except subprocess.CalledProcessError as refused:
                troubles = "chirpmill: " + refused.stderr.strip()
            count += 1
            print(f"{os.path.basename(file)} with {model}: {troubles or 'agrees'}")
            failures += bool(troubles)
    print(f"{count - failures} of {count} agree, least p value {least:.2g}")
    return 1 if failures else 0


sys.exit(main())
