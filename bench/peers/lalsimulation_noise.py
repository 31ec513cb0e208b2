#!/usr/bin/env python3
"""How far a set's rows are from LALSimulation's, and how far LALSimulation's own move by one unit in the last place.

usage: lalsimulation_noise.py DATASET.hdf5 [--rows N]

Sets in double precision, exact. Rows that differ by more than 1e-8 of the peak are evaluated again with chirp_mass,
mass_ratio, a_1 and a_2 moved up and down by one unit in the last place each: where LALSimulation moves by as much, as
with the two-spin precession angles of spins near zero, the difference says nothing. Where LALSimulation integrates the
angles (SpinTaylor, IMRPhenomXPNR) they are evaluated too with more of the integrated points kept and with finer
interpolation, its spread. Needs lalsuite, bilby, h5py.
"""
import lalsimulation_rate
import measurement
import numpy as np

MOVED = ("chirp_mass", "mass_ratio", "a_1", "a_2")
# LALSimulation's numerical settings beside its defaults, 10 and 1e-2.
SETTINGS = [("PhenomXPSpinTaylorCoarseFactor", 1), ("PhenomXPSpinTaylorCoarseFactor", 2),
            ("PhenomXPSpinTaylorCoarseFactor", 5), ("PhenomXPNRInterpTolerance", 1e-3),
            ("PhenomXPNRInterpTolerance", 1e-4)]


def integrates(generator):
    return (generator["approximant"] == "IMRPhenomXPNR"
            or (generator.get("phenomx") or {}).get("prec_version") == 320)


def main():
    chosen = measurement.arguments(__doc__)
    settings, rows, ours = measurement.read(chosen.dataset, chosen.rows)
    domain, generator = settings["domain"], settings["waveform_generator"]
    uniform = domain["type"] == "UniformFrequencyDomain"
    frequencies = None if uniform else lalsimulation_rate.asked_frequencies(domain)
    bins = ours.shape[2]

    def evaluated(row, **settings):
        changed = {**generator, "numerical": settings}
        strain = (lalsimulation_rate.call_on_uniform_grid(row, domain, changed, False) if uniform
                  else lalsimulation_rate.call_on_bins(row, frequencies, changed, False))()
        return lalsimulation_rate.polarizations(strain, bins, uniform)

    def distance(strain, other):
        return measurement.differences(strain, other)[0]

    found = []
    for row, strain in zip(rows, ours):
        theirs = evaluated(row)
        difference = distance(strain, theirs)
        noise = spread = 0
        if difference > 1e-8:
            for name in MOVED:
                for towards in (0, 2 * row[name]):
                    moved = dict(row, **{name: float(np.nextafter(row[name], towards))})
                    noise = max(noise, distance(evaluated(moved), theirs))
            if integrates(generator):
                spread = max(distance(evaluated(row, **{name: value}), theirs) for name, value in SETTINGS)
        found.append((difference, noise, spread))
    differences = np.array(found)[:, 0]
    print(f"{len(found)} rows, of the peak: median {np.median(differences):.1e}, 99 % "
          f"{np.quantile(differences, 0.99):.1e}, largest {differences.max():.1e}; "
          f"{(differences > 1e-8).sum()} beyond 1e-8")
    beyond = sum(difference > max(1e-8, 10 * noise, 3 * spread) for difference, noise, spread in found)
    print(f"{beyond} beyond the largest of 1e-8, 10 times its noise and 3 times its spread")
    for difference, noise, spread in sorted(found, reverse=True)[:10]:
        print(f"  {difference:.1e}, where LALSimulation moves by {noise:.1e}"
              + (f", with its settings by {spread:.1e}" if integrates(generator) else ""))


if __name__ == "__main__":
    main()
