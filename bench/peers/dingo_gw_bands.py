#!/usr/bin/env python3
"""Finds bands with dingo-gw and with Chirpmill for the same settings and mismatch, in one run, and measures both.

usage: dingo_gw_bands.py SETTINGS --mismatch X [--samples N] [--offset SOLAR_MASSES] [--seed N]

Exit code 0 if Chirpmill's have no more bins.

dingo-gw's generate_multibanded_domain looks for bands whose median mismatch is at most X, Chirpmill's "domain suggest"
with "--quantile 0.5" likewise, with the same noise. Both results are measured on other draws, by dingo-gw, in both of its
ways: "decimated", as its search does it, where a bin holds the mean of the base grid's bins, and "evaluated", as its
evaluate_multibanded_domain does it, where a bin holds the waveform at its centre, which is what a set of waveforms
holds. Last, Chirpmill is asked for the mismatch that dingo-gw's bands have in the second way.

Needs the packages of src/test/reference-scripts/requirements.txt. Settings have a UniformFrequencyDomain.
"""
import argparse
import contextlib
import io
import pathlib
import subprocess
import sys
import tempfile
import time

import numpy as np
import yaml
from dingo.gw.dataset import generate_multibanded_domain as search
from dingo.gw.dataset._multibanded_domain_utils import build_extreme_prior, heterodyne_polarizations
from dingo.gw.dataset.generate_dataset import generate_parameters_and_polarizations
from dingo.gw.domains import MultibandedFrequencyDomain, build_domain
from dingo.gw.gwutils import get_mismatch
from dingo.gw.waveform_generator import WaveformGenerator
from scipy.interpolate import interp1d

CHIRPMILL = pathlib.Path(__file__).resolve().parents[2] / "chirpmill"


def dingo_bands(settings_file, folder, samples, mismatch, offset):
    """The domain that dingo-gw finds."""
    copy = folder / "settings.yaml"
    copy.write_text(settings_file.read_text())
    with contextlib.redirect_stdout(io.StringIO()):
        found = search.generate_multibanded_domain_settings(
            settings_file=str(copy), num_samples=samples, target_median_mismatch=mismatch,
            chirp_mass_proxy_offset=offset)
    return yaml.safe_load(pathlib.Path(found).read_text())["domain"]


def own_bands(settings_file, noise, samples, mismatch, offset, seed):
    """The domain that Chirpmill finds."""
    command = [CHIRPMILL, "domain", "suggest", settings_file, "--mismatch", mismatch, "--quantile", 0.5, "--samples",
               samples, "--seed", seed, "--asd", noise]
    command += ["--chirp-mass-proxy-offset", offset] if offset else []
    run = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(run.stderr)
    return yaml.safe_load(run.stdout)["domain"]


class Measure:
    """Waveforms of draws that chose no bands, on the base grid and at half its spacing."""

    def __init__(self, settings, samples, noise, offset):
        self.base = build_domain(settings["domain"])
        fine = build_domain({**self.base.domain_dict, "delta_f": self.base.delta_f / 2})
        generator = WaveformGenerator(domain=fine, **settings["waveform_generator"])
        parameters, waves = generate_parameters_and_polarizations(
            generator, build_extreme_prior(settings), samples, 1)
        waves = heterodyne_polarizations(waves, fine, parameters, settings, offset)
        self.waves = np.concatenate(list(waves.values()))
        table = np.loadtxt(noise)
        self.asd = np.interp(self.base.sample_frequencies, table[:, 0], table[:, 1], left=np.inf, right=np.inf)

    def of(self, section):
        """Medians of both mismatches, and how many bins there are."""
        bands = build_domain(section)
        assert isinstance(bands, MultibandedFrequencyDomain)
        own = np.rint(bands().astype(float) / (self.base.delta_f / 2)).astype(int)
        decimated, evaluated = [], []
        for wave in self.waves:
            uniform = wave[::2]
            for values, mismatches in ((bands.decimate(uniform), decimated), (wave[own], evaluated)):
                back = interp1d(bands(), values, fill_value="extrapolate")(self.base())
                mismatches.append(get_mismatch(uniform / self.asd, back / self.asd, self.base))
        return len(bands()), np.median(decimated), np.median(evaluated)


def main():
    """Prints a line for each set of bands."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("settings", type=pathlib.Path)
    parser.add_argument("--mismatch", type=float, required=True)
    parser.add_argument("--samples", type=int, default=100)
    parser.add_argument("--offset", type=float, default=0.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--noise", type=pathlib.Path,
                        default=CHIRPMILL.parent / "configs" / "asd" / "aLIGO_ZERO_DET_high_P_asd.txt")
    asked = parser.parse_args()
    np.random.seed(asked.seed)
    settings = yaml.safe_load(asked.settings.read_text())
    measure = Measure(settings, asked.samples, asked.noise, asked.offset)

    def line(name, section, seconds):
        bins, decimated, evaluated = measure.of(section)
        print(f"{name:44s} {bins:6d} bins  decimated {decimated:.3e}  evaluated {evaluated:.3e}  {seconds:6.1f} s",
              flush=True)
        print(f"  nodes {section['nodes']}, delta_f_initial {section['delta_f_initial']}", flush=True)
        return bins, evaluated

    def ours(mismatch):
        began = time.monotonic()
        section = own_bands(asked.settings, asked.noise, asked.samples, mismatch, asked.offset, asked.seed)
        return line(f"Chirpmill, median at most {mismatch:.3e}", section, time.monotonic() - began)

    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        section = dingo_bands(asked.settings, pathlib.Path(folder), asked.samples, asked.mismatch, asked.offset)
        theirs, evaluated = line(f"dingo-gw, median at most {asked.mismatch:.3e}", section, time.monotonic() - began)
    same, _ = ours(asked.mismatch)
    equal, _ = ours(evaluated)
    return 0 if same <= theirs and equal <= theirs else 1


if __name__ == "__main__":
    sys.exit(main())
