"""What every peer's script does alike: read rows, time calls, compare waveforms, print one JSON object."""
import argparse
import ast
import json
import statistics
import sys
import time


def arguments(description, add_options=None):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", nargs="?", help="by Chirpmill; without one, only say whether all is installed")
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--multibanding", action="store_true",
                        help="IMRPhenomXHM and XPHM with LALSimulation's default multibanding, in place of exactly")
    if add_options is not None:
        add_options(parser)
    chosen = parser.parse_args()
    if chosen.dataset is None:
        sys.exit(0)
    return chosen


def read(dataset, rows):
    """Settings, rows of parameters as dictionaries, and the polarizations, rows x 2 x bins."""
    import h5py
    import numpy as np
    with h5py.File(dataset) as f:
        settings = ast.literal_eval(f.attrs["settings"])
        table = f["parameters"][:rows]
        strain = np.stack([f["polarizations/h_plus"][:rows], f["polarizations/h_cross"][:rows]], axis=1)
    return settings, [{name: float(row[name]) for name in table.dtype.names} for row in table], strain


def require_dingos_angles(generator):
    """dingo-gw passes over the key and would make other waveforms without a word."""
    phenomx = generator.get("phenomx") or {}
    if phenomx.get("prec_version") not in (None, 223, 300):
        sys.exit(f"dingo-gw has no choice of angles, and waveform_generator.phenomx is {phenomx}: "
                 "lalsimulation_rate.py compares with these")


def timed(call, items, repeats):
    """Calls a second in each repeat, and the results of the last; 50 calls warm up."""
    for item in items[:50]:
        call(item)
    rates = []
    for _ in range(repeats):
        results = None
        began = time.perf_counter()
        results = [call(item) for item in items]
        rates.append(len(items) / (time.perf_counter() - began))
    return rates, results


def differences(ours, theirs):
    """max|h - g| / max|g| and |h - g| / |g|, each over both polarizations together; g is the peer's."""
    import numpy as np
    # In double precision; and the squares of a strain of 1e-23 would be lost without the scale.
    peak = np.abs(theirs).max()
    difference = (ours.astype(complex) - theirs) / peak
    return float(np.abs(difference).max()), float(np.linalg.norm(difference) / np.linalg.norm(theirs / peak))


def spread(values):
    return {"min": min(values), "median": statistics.median(values), "max": max(values)}


def report(peer, ours, theirs, rates, **more):
    pairs = [differences(h, g) for h, g in zip(ours, theirs)]
    print(json.dumps({
        "peer": peer, "rows": len(ours), "bins": ours.shape[2],
        "waveforms_per_second": statistics.median(rates), "slowest_repeat": min(rates), "fastest_repeat": max(rates),
        "median_difference_of_peak": statistics.median(p for p, _ in pairs),
        "worst_difference_of_peak": max(p for p, _ in pairs),
        "median_relative_l2": statistics.median(l2 for _, l2 in pairs),
        "worst_relative_l2": max(l2 for _, l2 in pairs),
        **more,
    }))
