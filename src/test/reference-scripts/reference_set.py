#!/usr/bin/env python3
"""Makes a reference set: LALSimulation's waveforms of one model as `chirpmill verify --reference` and tests read them.

    python reference_set.py IMRPhenomXPHM                                   writes IMRPhenomXPHM.h5
    python reference_set.py IMRPhenomXPHM --uniform 20,1024,0.125           writes uniform_grid_IMRPhenomXPHM.h5
    python reference_set.py IMRPhenomXP --option PhenomXPrecVersion=102 --mode-list "[[2, 2], [2, -2]]" -o nnlo.h5
    python reference_set.py --check FILE...                                 makes the rows of a set anew and compares

What the file holds is described in ../resources/reference/README.md. Needs what requirements.txt beside it pins:

    python -m venv lal && lal/bin/pip install -r src/test/reference-scripts/requirements.txt

Each row comes with LALSimulation's own noise, how far its answer moves when the last digit of an input does: nothing
can agree with it better than that. The sets that are committed were made with one input moved at a time; --check
measures their noise so, too.
"""
import argparse
import ast
import dataclasses
import importlib.metadata
import itertools
import math
import os
import pathlib
import sys

import h5py
import lal
import lalsimulation
import numpy as np

from reference_rows import CONVERTED, DRAWN, NAMES, SEED, converted, rows

FREQUENCIES = pathlib.Path(__file__).resolve().parent.parent / "resources/reference/IMRPhenomD.h5"
SOURCE = "LALSimulation %s (wheel lalsuite %s)" % (lalsimulation.__version__, importlib.metadata.version("lalsuite"))
UNIFORM_ROWS = 6
TOGETHER = "masses and spins moved together by an ulp each"
MULTIBANDED = "lal_default_multibanding"


@dataclasses.dataclass(frozen=True)
class Uniform:
    """Bins k delta_f from 0 to f_max inclusive, zero below f_min (Hz)."""
    f_min: float
    f_max: float
    delta_f: float
    emptied: bool = True  # the last bin, as SimInspiralFD does with its Nyquist frequency, which dingo-gw calls

    @property
    def bins(self):
        return round(self.f_max / self.delta_f) + 1


@dataclasses.dataclass(frozen=True)
class Model:
    """An approximant with what LALSimulation is told beside the source."""
    approximant: str
    f_ref: float = 20.0
    options: dict = dataclasses.field(default_factory=dict)  # LALSimulation's names; ModeArray is a list of [l, m]
    multibanding: bool = False  # LALSimulation's default thresholds, not 0

    @property
    def number(self):
        try:
            return lalsimulation.GetApproximantFromString(self.approximant)
        except RuntimeError:
            sys.exit("reference_set.py: LALSimulation knows no approximant '%s'." % self.approximant)

    @property
    def precesses(self):
        return (lalsimulation.SimInspiralGetSpinSupportFromApproximant(self.number)
                == lalsimulation.SIM_INSPIRAL_PRECESSINGSPIN)

    def laldict(self, row):
        laldict = lal.CreateDict()
        if not self.multibanding:
            insert(laldict, "PhenomXHMThresholdMband", 0.0)
            insert(laldict, "PhenomXPHMThresholdMband", 0.0)
        if row["lambda_1"] or row["lambda_2"]:
            insert(laldict, "TidalLambda1", row["lambda_1"])
            insert(laldict, "TidalLambda2", row["lambda_2"])
        for name, value in self.options.items():
            if name == "ModeArray":
                modes = lalsimulation.SimInspiralCreateModeArray()
                for l, m in value:
                    lalsimulation.SimInspiralModeArrayActivateMode(modes, l, m)
                value = modes
            insert(laldict, name, value)
        return laldict

    def waveform(self, row, grid):
        """h_plus and h_cross of what a user gives: 2 x bins, 1/Hz; NaN where LALSimulation refuses."""
        iota, *spins = [float(x) for x in converted(row, self.f_ref)]
        masses = row["mass_1"] * lal.MSUN_SI, row["mass_2"] * lal.MSUN_SI
        distance = row["luminosity_distance"] * 1e6 * lal.PC_SI
        try:
            if isinstance(grid, Uniform):
                both = lalsimulation.SimInspiralChooseFDWaveform(
                    *masses, *spins, distance, iota, row["phase"], 0.0, 0.0, 0.0, grid.delta_f, grid.f_min, grid.f_max,
                    self.f_ref, self.laldict(row), self.number)
            else:
                sequence = lal.CreateREAL8Vector(len(grid))
                sequence.data = grid
                both = lalsimulation.SimInspiralChooseFDWaveformSequence(
                    row["phase"], *masses, *spins, self.f_ref, distance, iota, self.laldict(row), self.number, sequence)
        except RuntimeError:
            return np.full((2, grid.bins if isinstance(grid, Uniform) else len(grid)), complex("nan"))
        strain = np.array([h.data.data for h in both])
        if isinstance(grid, Uniform):
            strain = np.pad(strain, ((0, 0), (0, max(0, grid.bins - strain.shape[1]))))[:, :grid.bins]
            strain[:, -1] *= not grid.emptied
        return strain

    def noise(self, row, grid, strain, nudges):
        """The largest change of the strain when inputs move by an ulp, over its peak, and as 1 - overlap."""
        peak = loss = math.nan
        for nudge in nudges:
            peak, loss = np.fmax((peak, loss), differences(self.waveform({**row, **nudge}, grid), strain))
        return peak, max(0.0, loss)


def nudges(row, together):
    """What moves by one ulp: masses up and down, spins towards zero, since beyond 1 there is none.

    One input at a time misses much of what LALSimulation's finite differences do: hence all together.
    """
    steps = [[{}, *({name: math.nextafter(row[name], end)} for end in (math.inf, -math.inf))]
             for name in ("mass_1", "mass_2")]
    for spin, tilt in (("a_1", "tilt_1"), ("a_2", "tilt_2")):
        if row[spin] or not together:
            steps.append([{}, {spin: math.nextafter(row[spin], 0.0)}])
        else:  # a spin of zero moves along the orbital angular momentum, by an ulp of spins near 1
            steps.append([{}, *({spin: math.ulp(0.5), tilt: angle} for angle in (0.0, math.pi))])
    if not together:
        return [nudge for choices in steps for nudge in choices[1:]]
    return [{**a, **b, **c, **d} for a, b, c, d in itertools.product(*steps)][1:]


def insert(laldict, name, value):
    function = getattr(lalsimulation, "SimInspiralWaveformParamsInsert" + name, None)
    if function is None:
        sys.exit("reference_set.py: LALSimulation has no option '%s'." % name)
    function(laldict, value)


def differences(ours, theirs):
    """max|dh| over the peak of both polarizations, and 1 - overlap with white noise, not maximised."""
    norm = math.sqrt(np.vdot(ours, ours).real * np.vdot(theirs, theirs).real)
    return np.abs(ours - theirs).max() / np.abs(theirs).max(), 1 - np.vdot(theirs, ours).real / norm


def table(sources, f_ref):
    return np.array([tuple(row[name] for name in NAMES if name not in CONVERTED) + converted(row, f_ref)
                     for row in sources], [(name, "<f8") for name in NAMES])


def write_waveforms(group, model, grid, sources, with_noise=True, **storage):
    strains = np.array([model.waveform(row, grid) for row in sources])
    for k, name in enumerate(("h_plus", "h_cross")):
        group.create_dataset(name, data=strains[:, k], **storage)
    if with_noise:
        noise = [model.noise(row, grid, strain, nudges(row, True)) for row, strain in zip(sources, strains)]
        group["lal_noise_peak"], group["lal_noise_loss"] = np.array(noise).T
    refused = np.isnan(strains[:, 0, 0]).sum()
    if refused == len(sources):
        sys.exit("reference_set.py: LALSimulation refused all of %s; LAL_DEBUG_LEVEL=1 shows why." % group.name[1:])
    print("%s: %d rows, %d refused" % (group.name[1:], len(sources), refused), flush=True)


def write(file, model, arguments):
    file.attrs["f_ref"] = model.f_ref
    file.attrs["options"] = repr(model.options)
    file.attrs["seed"] = arguments.seed
    file.attrs["lal_noise"] = TOGETHER
    if arguments.uniform:
        grid = arguments.uniform
        file.attrs["domain"] = "UniformFrequencyDomain f_min=%.17g f_max=%.17g delta_f=%.17g (%d bins, zero below " \
            "f_min)" % (grid.f_min, grid.f_max, grid.delta_f, grid.bins)
        file.attrs["source"] = SOURCE + " SimInspiralChooseFDWaveform, last bin emptied"
        sources = rows(arguments.groups[0], min(UNIFORM_ROWS, arguments.rows), model.precesses, arguments.seed)
        file[model.approximant + "/parameters"] = table(sources, model.f_ref)
        storage = {"compression": "gzip", "shuffle": True}
        write_waveforms(file.create_group(model.approximant + "/exact"), model, grid, sources, **storage)
        if arguments.multibanding:
            write_waveforms(file.create_group(model.approximant + "/" + MULTIBANDED),
                            dataclasses.replace(model, multibanding=True), grid, sources, with_noise=False, **storage)
        return
    file.attrs["approximant"] = model.approximant
    file.attrs["phenomx_threshold_mband"] = 0.0
    file.attrs["source"] = SOURCE + " SimInspiralChooseFDWaveformSequence"
    file["frequencies"] = arguments.frequencies
    for name in arguments.groups:
        sources = rows(name, arguments.rows, model.precesses, arguments.seed)
        file[name + "/parameters"] = table(sources, model.f_ref)
        write_waveforms(file[name], model, arguments.frequencies, sources)


def check(path, options):
    """Makes the rows of a file anew; true where none moved by more than its own noise."""
    same = True
    with h5py.File(path) as file:
        domain = dict(word.split("=") for word in file.attrs.get("domain", "").split() if "=" in word)
        grid = Uniform(*[float(domain[name]) for name in ("f_min", "f_max", "delta_f")]) if domain \
            else file["frequencies"][:]
        options = options or ast.literal_eval(file.attrs.get("options", "{}"))
        together = file.attrs.get("lal_noise") == TOGETHER
        for name, group in file.items():
            if "parameters" not in group:
                continue
            model = Model(file.attrs.get("approximant", name), float(file.attrs["f_ref"]), options)
            its_grid = grid
            if "delta_f" in group.attrs:  # a second grid beside a list of frequencies, as some sets have it
                its_grid = Uniform(*[group.attrs[name] for name in ("f_min", "f_max", "delta_f")], emptied=False)
            for place in [group] if "h_plus" in group else [m for m in group.values() if isinstance(m, h5py.Group)]:
                its = dataclasses.replace(model, multibanding=place.name.endswith(MULTIBANDED))
                same &= check_waveforms(pathlib.Path(path).name, place, its, its_grid, group["parameters"][:], together)
    return same


def check_waveforms(file, group, model, grid, parameters, together):
    """Says how far rows, spins and noise are from what is made now; true where rows are within their noise."""
    worst = turned = identical = same_noise = 0
    within = True
    for i, stored in enumerate(parameters):
        row = {name: float(stored[name]) for name in stored.dtype.names}
        if "iota" in row:
            turned = max(turned, *np.abs(np.subtract(converted(row, model.f_ref), [row[name] for name in CONVERTED])))
        theirs, ours = np.array([group["h_plus"][i], group["h_cross"][i]]), model.waveform(row, grid)
        difference, noise = differences(ours, theirs)[0], model.noise(row, grid, ours, nudges(row, together))[0]
        if np.array_equal(ours, theirs, equal_nan=True):
            identical, difference = identical + 1, 0.0
        worst = np.maximum(worst, difference)
        within &= difference <= noise or difference == 0
        same_noise += "lal_noise_peak" in group and np.isclose(noise, group["lal_noise_peak"][i], 1e-9, 0, True)
    print("%-60s %3d rows, %3d identical, worst %.1e of the peak; spins within %.1e; %s" % (
        file + " " + group.name[1:], len(parameters), identical, worst, turned,
        "%d with the stored noise" % same_noise if "lal_noise_peak" in group else "no noise stored"), flush=True)
    return within


def command_line():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("approximant", nargs="?")
    parser.add_argument("-o", "--output", type=pathlib.Path, help="file to write (default: APPROXIMANT.h5)")
    parser.add_argument("--check", nargs="+", metavar="FILE", help="compare the sets in FILE with what is made now")
    parser.add_argument("--f-ref", type=float, default=20.0, help="reference frequency, Hz (default: 20)")
    parser.add_argument("--groups", type=lambda text: text.split(","),
                        help="of production, wide, edge, bns (default: those that suit the model)")
    parser.add_argument("--rows", type=int, default=48, help="rows of a drawn group (default: 48)")
    parser.add_argument("--seed", type=int, default=SEED, help="another one makes other rows (default: %d)" % SEED)
    parser.add_argument("--frequencies", type=pathlib.Path, default=FREQUENCIES,
                        help="text of Hz, one a line, or another set's .h5 (default: those of IMRPhenomD.h5)")
    parser.add_argument("--uniform", metavar="F_MIN,F_MAX,DELTA_F",
                        type=lambda text: Uniform(*map(float, text.split(","))),
                        help="a uniform grid in place of a list of frequencies, six rows of the first group")
    parser.add_argument("--multibanding", action="store_true",
                        help="with --uniform, a second set with LALSimulation's default multibanding")
    parser.add_argument("--option", action="append", default=[], metavar="NAME=VALUE",
                        help="one of LALSimulation's, such as PhenomXPrecVersion=102; may be repeated")
    parser.add_argument("--mode-list", type=ast.literal_eval, metavar="[[l, m], ...]", help="these modes only")
    arguments = parser.parse_args()
    if (arguments.approximant is None) == (arguments.check is None):
        parser.error("give either an approximant or --check with its FILE")
    if arguments.multibanding and not arguments.uniform:
        parser.error("--multibanding goes with --uniform")
    unknown = set(arguments.groups or []) - {"edge", *DRAWN}
    if unknown:
        parser.error("--groups: there is no group %s" % ", ".join(sorted(unknown)))
    return arguments


def main():
    if "LAL_DEBUG_LEVEL" not in os.environ:
        lal.ClobberDebugLevel(0)  # refusals are counted, not shouted
    arguments = command_line()
    options = {name: ast.literal_eval(value) for name, value in (text.split("=", 1) for text in arguments.option)}
    if arguments.mode_list:
        options["ModeArray"] = arguments.mode_list
    if arguments.check:
        return 0 if all([check(path, options) for path in arguments.check]) else 1
    model = Model(arguments.approximant, arguments.f_ref, options)
    if not arguments.groups:
        arguments.groups = ["bns"] if "NRTidal" in model.approximant else ["production", "wide", "edge"]
        arguments.groups += ["bns"] if model.approximant == "TaylorF2" else []
    if arguments.frequencies.suffix == ".h5":
        with h5py.File(arguments.frequencies) as file:
            arguments.frequencies = file["frequencies"][:]
    else:
        arguments.frequencies = np.loadtxt(arguments.frequencies, ndmin=1)
    name = model.approximant + ".h5"
    path = arguments.output or pathlib.Path("uniform_grid_" + name if arguments.uniform else name)
    if path.exists():
        sys.exit("reference_set.py: %s exists: choose another name with -o, or delete it." % path)
    unfinished = path.with_name(path.name + ".part")
    try:
        with h5py.File(unfinished, "w") as file:
            write(file, model, arguments)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
