#!/usr/bin/env python3
"""Writes src/test/resources/domain/decimal_grids.txt: uniform and multibanded grids whose numbers are decimals.

Truth is Python's decimal module; beside it stands what the real dingo-gw makes of the same numbers (needs dingo-gw).
From the repository's root:

    python src/test/reference-scripts/decimal_grids.py > src/test/resources/domain/decimal_grids.txt

Lines: uniform f_min f_max delta_f bins_in_decimals dingo_bins stored_f_max dingo_bins_of_that first_bin
       multibanded base_delta_f delta_f_initial nodes bins_in_decimals dingo_bins, lists with commas between numbers
stored_f_max is the first double from f_max upwards of which dingo-gw counts the bins that the decimals have.
"""
import random
from decimal import Decimal
from math import inf, nextafter

import numpy as np
from dingo.gw.domains import build_domain

random.seed(20)
KNOWN = [("0.0001", "0.06", "0.00001"), ("0.1", "2.3", "0.1"), ("0.1", "0.3", "0.1"), ("0.0001", "0.011", "0.0001"),
         ("0.0001", "0.06", "0.00002"), ("20", "1024", "0.1"), ("20", "1024", "0.125"), ("20", "1000.3", "0.1")]


def number(text):
    return repr(float(text))


def uniform(f_min, f_max):
    return lambda delta_f: build_domain({"type": "UniformFrequencyDomain", "f_min": f_min, "f_max": f_max,
                                         "delta_f": delta_f})


def uniform_line(f_min, f_max, delta_f):
    bins = Decimal(f_max) / Decimal(delta_f) + 1
    assert bins == int(bins)
    f_min, f_max, delta_f = float(f_min), float(f_max), float(delta_f)
    stored = f_max
    while len(uniform(f_min, stored)(delta_f)) < bins:
        stored = nextafter(stored, inf)
    domain, right = uniform(f_min, f_max)(delta_f), uniform(f_min, stored)(delta_f)
    # All that dingo-gw asks of a domain holds of the stored one: its frequencies, its last bin, updates of f_min.
    frequencies = np.array([float(Decimal(repr(delta_f)) * k) for k in range(int(bins))], dtype=np.float32)
    assert np.allclose(right(), frequencies, rtol=2e-7, atol=0) and right.max_idx == bins - 1
    assert right()[-1] == np.float32(f_max) and right.f_max in right()
    if right.min_idx + 1 < right.max_idx:
        right.update({"f_min": float(Decimal(repr(delta_f)) * (right.min_idx + 1))})
        assert len(right) == bins
    print("uniform", f_min, f_max, delta_f, int(bins), len(domain), stored, len(right), domain.min_idx)


def multibanded_line(base, factor, widths):
    delta, first = Decimal(base) * factor, Decimal(base) * random.randint(100, 400)
    nodes, bins = [first], []
    for band, width in enumerate(widths):
        nodes.append(nodes[-1] + delta * 2**band * width)
        bins.append(width)
    f_max = float(nodes[-1])
    while len(uniform(float(first), f_max)(float(base))) < nodes[-1] / Decimal(base) + 1:
        f_max = nextafter(f_max, inf)
    try:
        domain = build_domain({
            "type": "MultibandedFrequencyDomain", "nodes": [float(node) for node in nodes],
            "delta_f_initial": float(delta),
            "base_domain": {"type": "UniformFrequencyDomain", "f_min": float(first), "f_max": f_max,
                            "delta_f": float(base)}})
        counted = ",".join(str(count) for count in domain._num_bins_bands)
    except ValueError as refusal:
        assert "not in base domain" in str(refusal)
        counted = "refused"
    print("multibanded", number(base), number(delta), ",".join(number(node) for node in nodes),
          ",".join(str(count) for count in bins), counted)


def main():
    for line in __doc__.split("\n"):
        if line.startswith(("Lines", "  ", "stored")) and "python" not in line:
            print("#", line)
    for known in KNOWN:
        uniform_line(*known)
    for _ in range(300):
        if random.random() < 0.25:
            delta_f = Decimal(2) ** -random.randint(0, 8)
        else:
            delta_f = random.randint(1, 99) * Decimal(10) ** -random.randint(1, 6)
        bins = random.randint(2, random.choice([10, 100, 1000, 20000]))
        uniform_line(str(delta_f * random.randint(1, bins - 1)), str(delta_f * bins), str(delta_f))
    for _ in range(60):
        base = random.choice(["0.1", "0.05", "0.01", "0.0625", "0.125", "0.00001", "0.2", "0.025"])
        widths = [random.randint(1, 60) for _ in range(random.randint(1, 4))]
        multibanded_line(base, random.choice([1, 2, 3, 4]), widths)


if __name__ == "__main__":
    main()
