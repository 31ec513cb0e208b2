#!/usr/bin/env python3
"""The targets beside LALSimulation, each measured in one run with its peer on the same rows and the same core.

usage: targets.py --python PYTHON [--repeats N]

PYTHON must have lalsuite, bilby and h5py. Runs `chirpmill benchmark --peer lalsimulation` for each target, prints the
table and appends one JSON line to bench/results/targets.jsonl. A ratio is waveforms a second of conversion, preparation
and evaluation on one thread over LALSimulation's calls on one core, both medians. One and two threads take turns.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HOME = pathlib.Path(__file__).resolve().parent.parent
# Name, settings, rows, rows for warm-up, rows on one and two threads, rows of the peer, further options,
# multibanding of the peer, wanted ratio.
TARGETS = [
    ("IMRPhenomD", "bench/phenomd_8193.yaml", 20_000, 40_000, 100_000, 1_000, [], False, 30),
    ("IMRPhenomPv2", "bench/pv2_8193.yaml", 20_000, 40_000, 40_000, 500, [], False, 40),
    ("IMRPhenomXP_NRTidalv3, 3,735 bins", "bench/xp_nrtidalv3_multibanded.yaml", 5_000, 20_000, 10_000, 500, [], False,
     30),
    ("IMRPhenomXP_NRTidalv3, 262,145 bins", "bench/xp_nrtidalv3_uniform.yaml", 600, 2_000, 600, 40, [], False, 100),
    ("IMRPhenomXPHM, to 1e-6", "configs/production_xphm.yaml", 10_000, 10_000, 10_000, 300, [], True, 60),
    ("IMRPhenomXPHM, exact", "configs/production_xphm.yaml", 2_000, 2_000, 1_000, 300, ["--accuracy", "exact"],
     False, 8),
    ("IMRPhenomXPHM, SpinTaylor", "bench/xphm_spintaylor_8193.yaml", 10_000, 10_000, 10_000, 200, [], True, 100),
    ("IMRPhenomXO4a", "bench/xo4a_8193.yaml", 10_000, 10_000, 10_000, 200, [], True, 80),
    ("IMRPhenomXPNR", "bench/xpnr_8193.yaml", 10_000, 10_000, 10_000, 200, [], True, 80),
]


def benchmark(settings, rows, repeats, options):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "result.json")
        run = subprocess.run([HOME / "chirpmill", "benchmark", HOME / settings, "-n", str(rows),
                              "--repeats", str(repeats), "--output", out, *options],
                             capture_output=True, text=True, cwd=folder)
        if run.returncode != 0:
            sys.exit(f"{settings}: {run.stdout}{run.stderr}")
        return json.loads(pathlib.Path(out).read_text())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--repeats", type=int, default=5)
    arguments = parser.parse_args()
    subprocess.run([HOME / "chirpmill", "--version"], check=True, stdout=subprocess.DEVNULL)
    cases = []
    for name, settings, rows, warm_up, scaled_rows, peer_rows, options, multibanding, target in TARGETS:
        result = benchmark(settings, rows, arguments.repeats, [
            *options, "-p", "1", "--warmup", str(warm_up),
            "--peer", "lalsimulation", "--python", arguments.python, "--peer-rows", str(peer_rows)])
        peer = next(rate for rate in result["peer"]["rates"] if rate["multibanding"] == multibanding)
        exact = next(rate for rate in result["peer"]["rates"] if not rate["multibanding"])
        scaling = benchmark(settings, scaled_rows, arguments.repeats, [*options, "--scaling", "1,2"])["scaling"][0]
        one, two = (next(point for point in scaling["points"] if point["threads"] == threads and point["automatic"])
                    for threads in (1, 2))
        cases.append({
            "case": name, "settings": settings, "rows": rows, "target": target, "multibanding": multibanding,
            "waveforms_per_second": peer["our_waveforms_per_second"],
            "peer_waveforms_per_second": peer["waveforms_per_second"], "ratio": peer["waveform_ratio"],
            "generation_ratio": peer["generation_ratio"],
            "median_relative_l2_to_exact_peer": exact["median_relative_l2"],
            "microseconds": {stage: 1e6 * value["seconds_per_waveform"]["median"]
                             for stage, value in result["stages"].items() if "seconds_per_waveform" in value},
            "two_threads_to_one": scaling["two_threads_to_one"],
            "one_thread_without_writing": one["waveforms_per_second"],
            "two_threads_without_writing": two["waveforms_per_second"],
        })
        machine = {"machine": result["machine"], "commit": result["commit"], "date": result["date"]}
    with open(HOME / "bench/results/targets.jsonl", "a") as history:
        machine["machine"].pop("jvm_options", None)
        history.write(json.dumps({**machine, "repeats": arguments.repeats, "cases": cases}) + "\n")

    print(f"{'8193 bins, one core':<24} {'/s':>9} {'LALSimulation/s':>16} {'ratio':>7} {'target':>7} {'2 : 1 thread':>13} "
          f"{'L2 to its exact':>16}   prepare, evaluate us")
    for case in cases:
        ours, theirs = case["waveforms_per_second"]["median"], case["peer_waveforms_per_second"]["median"]
        stages = case["microseconds"]
        print(f"{case['case']:<24} {ours:9,.0f} {theirs:14,.0f}{' *' if case['multibanding'] else '  '} "
              f"{case['ratio']:7.1f} {case['target']:7} {case['two_threads_to_one']:13.2f} "
              f"{case['median_relative_l2_to_exact_peer']:16.1e}   {stages['prepare']:.1f}, {stages['evaluate']:.1f}")
    print("* with its default multibanding")


if __name__ == "__main__":
    main()
