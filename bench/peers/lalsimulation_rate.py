#!/usr/bin/env python3
"""LALSimulation on the rows of a dataset: how many waveforms a second on one core, and whether they agree.

usage: lalsimulation_rate.py [DATASET.hdf5] [--rows N] [--repeats N] [--multibanding]      prints one JSON object

Needs lalsuite, bilby and h5py (pip install lalsuite bilby h5py); without a dataset it only says whether they are there.
Only the waveform calls are timed, not the conversion of parameters: SimInspiralChooseFDWaveform on uniform domains,
SimInspiralChooseFDWaveformSequence on the bins of multibanded ones. IMRPhenomXHM and XPHM are evaluated exactly unless
--multibanding asks for LALSimulation's default. As dingo-gw gets it, the last bin of 2^n + 1 is empty.
"""
import sys

import measurement

try:
    import h5py  # noqa: F401  measurement reads with it
    import lal
    import lalsimulation
    import numpy as np
    from bilby.gw.conversion import bilby_to_lalsimulation_spins, convert_to_lal_binary_black_hole_parameters
except ImportError as missing:
    sys.exit(f"{missing}: pip install lalsuite bilby h5py")


def options(p, generator, multibanding):
    """LALSimulation's dictionary; generator["numerical"] may hold settings of its numerics by LALSimulation's names."""
    chosen = lal.CreateDict()
    if "lambda_1" in p:
        lalsimulation.SimInspiralWaveformParamsInsertTidalLambda1(chosen, p["lambda_1"])
        lalsimulation.SimInspiralWaveformParamsInsertTidalLambda2(chosen, p["lambda_2"])
    if not multibanding:
        lalsimulation.SimInspiralWaveformParamsInsertPhenomXHMThresholdMband(chosen, 0)
        lalsimulation.SimInspiralWaveformParamsInsertPhenomXPHMThresholdMband(chosen, 0)
    phenomx = generator.get("phenomx") or {}
    if phenomx.get("prec_version") is not None:
        lalsimulation.SimInspiralWaveformParamsInsertPhenomXPrecVersion(chosen, phenomx["prec_version"])
    if phenomx.get("final_spin_mod") is not None:
        lalsimulation.SimInspiralWaveformParamsInsertPhenomXPFinalSpinMod(chosen, phenomx["final_spin_mod"])
    for name, value in generator.get("numerical", {}).items():
        getattr(lalsimulation, "SimInspiralWaveformParamsInsert" + name)(chosen, value)
    if generator.get("mode_list"):
        modes = lalsimulation.SimInspiralCreateModeArray()
        for ell, m in generator["mode_list"]:
            lalsimulation.SimInspiralModeArrayActivateMode(modes, ell, m)
        lalsimulation.SimInspiralWaveformParamsInsertModeArray(chosen, modes)
    return chosen


def band_bins(domain):
    """The frequencies of dingo-gw's MultibandedFrequencyDomain: means of the base grid's bins that each stands for."""
    base = domain["base_domain"]["delta_f"]
    frequencies = []
    for band, (start, end) in enumerate(zip(domain["nodes"][:-1], domain["nodes"][1:])):
        spacing = domain["delta_f_initial"] * 2 ** band
        frequencies.append(start + spacing * np.arange(round((end - start) / spacing)) + (spacing - base) / 2)
    return np.concatenate(frequencies)


def asked_frequencies(domain):
    """The bins of a multibanded domain as LALSimulation takes them, and behind them one more.

    As dingo-gw 0.10.3 asks: the base domain's f_max comes last, by which tidal models place their time.
    """
    asked = np.append(band_bins(domain), domain["base_domain"]["f_max"])
    frequencies = lal.CreateREAL8Sequence(len(asked))
    frequencies.data = asked
    return frequencies


def source_arguments(row, generator):
    p, _ = convert_to_lal_binary_black_hole_parameters(row)
    phase = generator.get("spin_conversion_phase")
    iota, *spins = bilby_to_lalsimulation_spins(
        p["theta_jn"], p["phi_jl"], p["tilt_1"], p["tilt_2"], p["phi_12"], p["a_1"], p["a_2"],
        p["mass_1"] * lal.MSUN_SI, p["mass_2"] * lal.MSUN_SI, generator["f_ref"],
        p["phase"] if phase is None else phase)
    masses = p["mass_1"] * lal.MSUN_SI, p["mass_2"] * lal.MSUN_SI
    return p, masses, [float(s) for s in spins], p["luminosity_distance"] * 1e6 * lal.PC_SI, float(iota)


def call_on_uniform_grid(row, domain, generator, multibanding):
    p, masses, spins, distance, iota = source_arguments(row, generator)
    arguments = (
        *masses, *spins, distance, iota, p["phase"], 0.0, 0.0, 0.0,
        domain["delta_f"], domain["f_min"], domain["f_max"], generator["f_ref"], options(p, generator, multibanding),
        lalsimulation.GetApproximantFromString(generator["approximant"]),
    )
    return lambda: lalsimulation.SimInspiralChooseFDWaveform(*arguments)


def call_on_bins(row, frequencies, generator, multibanding):
    p, masses, spins, distance, iota = source_arguments(row, generator)
    arguments = (
        p["phase"], *masses, *spins, generator["f_ref"], distance, iota, options(p, generator, multibanding),
        lalsimulation.GetApproximantFromString(generator["approximant"]), frequencies,
    )
    return lambda: lalsimulation.SimInspiralChooseFDWaveformSequence(*arguments)


def polarizations(strain, bins, uniform):
    """Both, 2 x bins, as dingo-gw has them: on uniform grids of 2^n + 1 bins with the last one empty."""
    both = np.array([each.data.data[:bins] for each in strain])
    if uniform and (bins - 1) & (bins - 2) == 0:
        both[:, -1] = 0
    return both


def main():
    chosen = measurement.arguments(__doc__)
    settings, rows, ours = measurement.read(chosen.dataset, chosen.rows)
    domain, generator = settings["domain"], settings["waveform_generator"]
    uniform = domain["type"] == "UniformFrequencyDomain"
    if uniform:
        calls = [call_on_uniform_grid(row, domain, generator, chosen.multibanding) for row in rows]
    else:
        frequencies = asked_frequencies(domain)
        calls = [call_on_bins(row, frequencies, generator, chosen.multibanding) for row in rows]
    rates, waveforms = measurement.timed(lambda call: call(), calls, chosen.repeats)

    theirs = [polarizations(strain, ours.shape[2], uniform) for strain in waveforms]
    measurement.report(f"lalsimulation {lalsimulation.__version__}", ours, theirs, rates)


if __name__ == "__main__":
    main()
