#!/usr/bin/env python3
"""How far a set's rows are from LALSimulation's, and how far LALSimulation's own move by one unit in the last place.

usage: lalsimulation_noise.py DATASET.hdf5 [--rows N]

Multibanded sets in double precision, exact. Rows that differ by more than 1e-8 of the peak are evaluated again with
chirp_mass, mass_ratio, a_1 and a_2 moved up and down by one unit in the last place each: where LALSimulation moves by as
much, as with the two-spin precession angles of spins near zero, the difference says nothing. Needs lalsuite, bilby, h5py.
"""
import lalsimulation_rate
import measurement
import numpy as np

MOVED = ("chirp_mass", "mass_ratio", "a_1", "a_2")


def main():
    chosen = measurement.arguments(__doc__)
    settings, rows, ours = measurement.read(chosen.dataset, chosen.rows)
    domain, generator = settings["domain"], settings["waveform_generator"]
    frequencies = lalsimulation_rate.asked_frequencies(domain)
    bins = ours.shape[2]

    def evaluated(row):
        strain = lalsimulation_rate.call_on_bins(row, frequencies, generator, False)()
        return np.array([each.data.data[:bins] for each in strain])

    def distance(strain, other):
        return measurement.differences(strain, other)[0]

    found = []
    for row, strain in zip(rows, ours):
        theirs = evaluated(row)
        difference = distance(strain, theirs)
        noise = 0
        if difference > 1e-8:
            for name in MOVED:
                for towards in (0, 2 * row[name]):
                    moved = dict(row, **{name: float(np.nextafter(row[name], towards))})
                    noise = max(noise, distance(evaluated(moved), theirs))
        found.append((difference, noise))
    differences = np.array(found)[:, 0]
    print(f"{len(found)} rows, of the peak: median {np.median(differences):.1e}, 99 % "
          f"{np.quantile(differences, 0.99):.1e}, largest {differences.max():.1e}; "
          f"{(differences > 1e-8).sum()} beyond 1e-8")
    for difference, noise in sorted(found, reverse=True)[:10]:
        print(f"  {difference:.1e}, where LALSimulation moves by {noise:.1e}")


if __name__ == "__main__":
    main()
