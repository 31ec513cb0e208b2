#!/usr/bin/env python3
"""Runs the settings and prior files that dingo-gw, dingo-waveform and bilby ship, and holds the results against theirs.

usage: shipped_settings.py [--dingo CHECKOUT] [--dingo-waveform CHECKOUT] [--only TEXT]   exit code 0 when all is right

Each file runs, or is refused with the one right reason; EXPECTED below says which. Where a set is made, dingo-gw loads
it, its build_prior_with_defaults takes the stored priors, its draws have the distribution of ours (Kolmogorov-Smirnov,
column by column), and its WaveformGenerator gives the same waveforms for the stored parameters. Where it is refused,
what dingo-gw does with the same file is printed beside it.

Needs dingo-gw with bilby and lalsuite (pip install dingo-gw lalsuite scipy), which hold bilby's prior files, and
checkouts of the other two, whose packages hold no settings. Bases are trained on few waveforms: training is not at
issue.
"""
import argparse
import ast
import contextlib
import io
import logging
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

import h5py
import numpy as np
import yaml
from scipy.stats import ks_2samp

CHIRPMILL = pathlib.Path(__file__).resolve().parents[2] / "chirpmill"
RUNS = "runs"
OTHER_MODEL = r"approximant is 'SEOBNR"
ROWS = 1000
COMPARED = 5
# Of the peak: LALSimulation mixes the (3, 2) mode with coefficients of single precision, see docs/accuracy.md.
TOLERANCE = 1e-4
# LALSimulation's time of IMRPhenomPv2 is that of a spline through ten points: likewise.
TOLERANCE_OF_SPLINE = 1e-3

# What each file should come to where it does not run; the reason is searched for in the sentence.
EXPECTED = {
    "advanced_seobnrv4phm": OTHER_MODEL,
    "advanced_seobnrv5hm_multibanded": OTHER_MODEL,
    "config_precessing": OTHER_MODEL,
}


def quiet():
    """Silences what the packages print."""
    return contextlib.redirect_stdout(io.StringIO())


def chirpmill(*arguments):
    """Exit code and what was said, without the JVM's own warnings, nor that Chirpmill is built first."""
    run = subprocess.run([CHIRPMILL, *map(str, arguments)], capture_output=True, text=True, check=False)
    said = [line for line in run.stderr.splitlines()
            if line.startswith("chirpmill:") and not line.startswith("chirpmill: building")]
    return run.returncode, said


def model_for(prior):
    """The model that a prior of bilby's is tried with."""
    tidal = "lambda_1" in prior or "lambda_tilde" in prior
    if "chi_1" in prior:
        return "TaylorF2" if tidal else "IMRPhenomXHM"
    return "IMRPhenomXP_NRTidalv2" if tidal else "IMRPhenomXPHM"


def settings_around(prior_file):
    """Settings that take a prior file by its name, on a grid of few bins."""
    text = prior_file.read_text()
    return {
        "domain": {"type": "UniformFrequencyDomain", "f_min": 20.0, "f_max": 64.0, "delta_f": 1.0},
        "waveform_generator": {"approximant": model_for(text), "f_ref": 20.0},
        "prior": str(prior_file),
    }


def with_small_basis(settings):
    """The same, its basis trained on few waveforms."""
    compression = settings.get("compression")
    if isinstance(compression, dict) and "svd" in compression:
        compression["svd"].update(size=20, num_training_samples=60, num_validation_samples=10)
    return settings


def dingo_generator(settings):
    """dingo-gw's domain and generator, whose modes and angles are evaluated at every bin, as ours are."""
    import lal
    import lalsimulation
    from dingo.gw.domains import build_domain
    from dingo.gw.waveform_generator import WaveformGenerator
    domain = build_domain(settings["domain"])
    generator = WaveformGenerator(domain=domain, **settings["waveform_generator"])
    if settings["waveform_generator"]["approximant"].startswith("IMRPhenomX"):
        generator.lal_params = generator.lal_params or lal.CreateDict()
        lalsimulation.SimInspiralWaveformParamsInsertPhenomXHMThresholdMband(generator.lal_params, 0)
        lalsimulation.SimInspiralWaveformParamsInsertPhenomXPHMThresholdMband(generator.lal_params, 0)
    return domain, generator


def dingo_prior(settings):
    from dingo.gw.prior import build_prior_with_defaults
    return build_prior_with_defaults(settings["intrinsic_prior"])


def by_tides_of_bodies(row):
    """Parameters with lambda_1 and lambda_2, which dingo-gw takes as 0 where the row has lambda_tilde in their place."""
    from bilby.gw.conversion import convert_to_lal_binary_neutron_star_parameters
    return convert_to_lal_binary_neutron_star_parameters(row)[0] if "lambda_tilde" in row else row


def tolerance(settings):
    """How far rows may be from dingo-gw's, of the peak."""
    spline = settings["waveform_generator"]["approximant"].startswith("IMRPhenomPv2")
    return TOLERANCE_OF_SPLINE if spline else TOLERANCE


def of_dingo_gw(settings, prior_file):
    """What dingo-gw does with the same file, in a few words."""
    try:
        with quiet():
            _, generator = dingo_generator(settings)
            if "waveform_parameters" in settings:
                row = {name: float(value) for name, value in settings["waveform_parameters"].items()}
            elif prior_file:
                from bilby.gw.prior import BBHPriorDict
                row = BBHPriorDict(filename=str(prior_file)).sample()
            else:
                row = dingo_prior({"intrinsic_prior": settings.get("intrinsic_prior", settings.get("prior"))}).sample()
            generator.generate_hplus_hcross({name: float(value) for name, value in row.items()},
                                            catch_waveform_errors=False)
        return "runs"
    except Exception as failure:  # pylint: disable=broad-except
        return f"{type(failure).__name__}: {str(failure)[:90]}".replace("\n", " ")


def difference_of_rows(file, settings):
    """The largest difference of stored waveforms from dingo-gw's, of the peak; compressed ones are not compared."""
    if isinstance(settings.get("compression"), dict):
        return None
    domain, generator = dingo_generator(settings)
    worst = 0.0
    with h5py.File(file) as f:
        table = f["parameters"][:COMPARED]
        ours = {name: f[f"polarizations/{name}"][:COMPARED] for name in ("h_plus", "h_cross")}
    for i, row in enumerate(table):
        theirs = generator.generate_hplus_hcross(
            by_tides_of_bodies({name: float(row[name]) for name in table.dtype.names}))
        theirs = {name: domain.update_data(strain) for name, strain in theirs.items()}
        peak = max(np.abs(strain).max() for strain in theirs.values())
        worst = max(worst, *(np.abs(ours[name][i] - strain).max() / peak for name, strain in theirs.items()))
    return worst


def least_p_value(file, settings, prior_file):
    """The smallest p-value of the columns' comparison with dingo-gw's own draws, or bilby's of the file itself."""
    with h5py.File(file) as f:
        table = f["parameters"][:]
    # dingo-gw's priors are those of black holes, which do not know what lambda_tilde constrains.
    priors = [] if "lambda_tilde" in table.dtype.names else [dingo_prior(settings)]
    if prior_file:
        from bilby.gw.prior import BBHPriorDict, BNSPriorDict
        of_bodies = BNSPriorDict if "lambda_tilde" in table.dtype.names else BBHPriorDict
        priors.append(of_bodies(filename=str(prior_file)))
    least = 1.0
    for prior in priors:
        draws = prior.sample(20 * ROWS)
        for name in table.dtype.names:
            if np.ptp(table[name]) > 0:
                least = min(least, ks_2samp(table[name], draws[name]).pvalue)
    return least


def check(file, folder):
    """Whether a file came to what it should, and a line about it."""
    prior_file = file if file.suffix == ".prior" else None
    settings = settings_around(file) if prior_file else with_small_basis(yaml.safe_load(file.read_text()))
    ours = folder / "settings.yaml"
    ours.write_text(yaml.safe_dump(settings, sort_keys=False))
    out = folder / "out.hdf5"
    single = "waveform_parameters" in settings
    code, said = chirpmill("waveform", ours, "-o", folder / "out.npz", "--force") if single \
        else chirpmill("generate", ours, "-n", ROWS, "-o", out, "--force")
    wanted = EXPECTED.get(file.stem if prior_file or file.parent.name == "configs" or single else file.parent.name,
                          EXPECTED.get(file.stem, RUNS))
    if code != 0:
        right = code == 2 and wanted != RUNS and len(said) == 1 and re.search(wanted, said[0])
        return bool(right), f"refused: {' | '.join(said)}  [dingo-gw: {of_dingo_gw(settings, prior_file)}]"
    if single:
        with quiet():
            domain, generator = dingo_generator(dingo_form(folder, settings))
            theirs = generator.generate_hplus_hcross(
                {name: float(value) for name, value in settings["waveform_parameters"].items()})
            theirs = {name: domain.update_data(strain) for name, strain in theirs.items()}
        with np.load(folder / "out.npz") as made:
            difference = max(np.abs(made[name] - strain).max() for name, strain in theirs.items()) \
                / max(np.abs(strain).max() for strain in theirs.values())
        right = wanted == RUNS and difference < tolerance(settings)
        return right, f"runs; {difference:.1e} of the peak from dingo-gw's"
    with quiet():
        from dingo.gw.dataset import WaveformDataset
        rows = len(WaveformDataset(file_name=str(out)))
        with h5py.File(out) as f:
            stored = ast.literal_eval(f.attrs["settings"])
        difference = difference_of_rows(out, stored)
        p_value = least_p_value(out, stored, prior_file)
    near = difference is None or difference < tolerance(stored)
    right = wanted == RUNS and rows == ROWS and near and p_value > 1e-5
    compared = "compressed" if difference is None else f"{difference:.1e} of the peak from dingo-gw's"
    notices = [line for line in said if not re.search(r" waveforms of | is complete: ", line)]
    return right, f"runs; {compared}; least p-value of {ROWS} draws {p_value:.1e}" \
        + (f"; said: {' | '.join(notices)}" if notices else "")


def dingo_form(folder, settings):
    """Settings of a single waveform as dingo-gw takes them: those that a set of one row on the same grid stores."""
    form = {key: value for key, value in settings.items() if key != "waveform_parameters"}
    parameters = settings["waveform_parameters"]
    derived = ("chirp_mass", "mass_ratio") if "mass_1" in parameters else ()
    form["intrinsic_prior"] = {name: value for name, value in parameters.items() if name not in derived}
    file = folder / "one.yaml"
    file.write_text(yaml.safe_dump(form, sort_keys=False))
    code, said = chirpmill("generate", file, "-n", 1, "-o", folder / "one.hdf5", "--force")
    assert code == 0, said
    with h5py.File(folder / "one.hdf5") as f:
        return ast.literal_eval(f.attrs["settings"])


def shipped(arguments):
    """All files, in order."""
    import bilby
    files = []
    if arguments.dingo:
        files += sorted(arguments.dingo.glob("examples/*/waveform_dataset_settings.yaml"))
    if arguments.dingo_waveform:
        files += sorted(arguments.dingo_waveform.glob("examples/*/*.yaml"))
    files += sorted(pathlib.Path(bilby.__file__).parent.glob("gw/prior_files/*.prior"))
    with contextlib.suppress(ImportError):
        import bilby_pipe
        files += sorted(pathlib.Path(bilby_pipe.__file__).parent.glob("data_files/*.prior"))
    return [file for file in files if arguments.only in str(file)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dingo", type=pathlib.Path)
    parser.add_argument("--dingo-waveform", type=pathlib.Path)
    parser.add_argument("--only", default="", help="files whose path holds this")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.getLogger("bilby").setLevel("ERROR")
    wrong = 0
    for file in shipped(arguments):
        with tempfile.TemporaryDirectory() as folder:
            right, line = check(file, pathlib.Path(folder))
        wrong += not right
        name = file.parent.name if file.name == "waveform_dataset_settings.yaml" else file.name
        print(f"{'ok   ' if right else 'WRONG'} {name:42s} {line}", flush=True)
    print(f"{wrong} came to what they should not")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
