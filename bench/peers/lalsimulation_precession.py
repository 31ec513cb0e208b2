#!/usr/bin/env python3
"""How far LALSimulation's precessing models with higher modes are from each other.

usage: lalsimulation_precession.py DATASET.hdf5 [--rows N] [--noise ASD.txt]

Takes the rows of a set on a uniform grid, whatever model made it, and evaluates each as IMRPhenomXPHM with MSA angles
(LALSimulation's default, prec_version 223) and with SpinTaylor angles (prec_version 320, final_spin_mod 2), as
IMRPhenomXO4a and as IMRPhenomXPNR, all exactly (no multibanding). Of every pair it prints the median, 90 % and 99 % of

- the difference of both polarizations: the largest of a bin over the peak, and relative L2, |h - g| / |h|;
- the mismatch: 1 - overlap of h_plus in the noise, the largest over times and over a constant phase.

NOISE is a table of frequencies (Hz) and amplitude spectral densities; by default the detector design of configs/asd.
Needs lalsuite, bilby, h5py and numpy.
"""
import itertools
import pathlib

import lalsimulation_rate
import measurement
import numpy as np

NOISE = pathlib.Path(__file__).resolve().parents[2] / "configs/asd/aLIGO_ZERO_DET_high_P_asd.txt"
MODELS = {
    "XPHM, MSA": {"approximant": "IMRPhenomXPHM"},
    "XPHM, SpinTaylor": {"approximant": "IMRPhenomXPHM", "phenomx": {"prec_version": 320, "final_spin_mod": 2}},
    "XO4a": {"approximant": "IMRPhenomXO4a"},
    "XPNR": {"approximant": "IMRPhenomXPNR"},
}
# Times are tried this many times finer than the waveform's own sampling.
OVERSAMPLING = 8


def whitened(strain, density):
    h = strain / density
    return h / np.linalg.norm(h)


def mismatch(plus, other, density):
    """Between two h_plus on one grid; the density is infinite where nothing counts."""
    product = np.conj(whitened(plus, density)) * whitened(other, density)
    return 1 - np.abs(np.fft.ifft(product, OVERSAMPLING * len(product))).max() * OVERSAMPLING * len(product)


def noise(table, domain, bins):
    frequencies, densities = np.loadtxt(table, unpack=True)
    grid = np.arange(bins) * domain["delta_f"]
    density = np.full(bins, np.inf)
    counts = grid >= domain["f_min"]
    density[counts] = np.exp(np.interp(np.log(grid[counts]), np.log(frequencies), np.log(densities)))
    return density


def polarizations(row, domain, generator, model, bins):
    chosen = {key: value for key, value in generator.items() if key not in ("approximant", "phenomx", "mode_list")}
    strain = lalsimulation_rate.call_on_uniform_grid(row, domain, {**chosen, **model}, False)()
    return lalsimulation_rate.polarizations(strain, bins, True)


def main():
    chosen = measurement.arguments(__doc__, lambda parser: parser.add_argument("--noise", default=NOISE))
    settings, rows, ours = measurement.read(chosen.dataset, chosen.rows)
    domain, bins = settings["domain"], ours.shape[2]
    density = noise(chosen.noise, domain, bins)
    pairs = {pair: [] for pair in itertools.combinations(MODELS, 2)}
    for row in rows:
        strains = {name: polarizations(row, domain, settings["waveform_generator"], model, bins)
                   for name, model in MODELS.items()}
        for one, other in pairs:
            pairs[one, other].append((*measurement.differences(strains[other], strains[one]),
                                      mismatch(strains[one][0], strains[other][0], density)))
    print(f"{len(rows)} rows; median / 90 % / 99 %")
    print(f"{'':36} {'of the peak':>20} {'relative L2':>20} {'mismatch':>25}")
    for (one, other), values in pairs.items():
        peaks, distances, mismatches = (np.quantile(each, (0.5, 0.9, 0.99)) for each in np.array(values).T)
        print(f"{one + ' - ' + other:36} {' / '.join(f'{d:.2f}' for d in peaks):>20} "
              f"{' / '.join(f'{d:.2f}' for d in distances):>20} "
              f"{' / '.join(f'{m:.4f}' for m in mismatches):>25}")


if __name__ == "__main__":
    main()
