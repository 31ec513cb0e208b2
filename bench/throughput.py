#!/usr/bin/env python3
"""Waveforms a second of `chirpmill generate`, beside LALSimulation on the same rows in the same run.

usage: throughput.py [--python PYTHON] [--repeats N]

Makes IMRPhenomD datasets of 2049 and 8193 bins and IMRPhenomXPHM ones of 8193, on 1 and 2 threads, in memory where
/dev/shm exists so that the disk does not count, prints a table, and appends one JSON line to bench/results/throughput.jsonl. A rate is rows over wall time from
the first settings byte to the renamed file, JVM start-up and warm-up included. PYTHON must have lalsuite, bilby and
h5py (default: this one); without them only Chirpmill is measured, and the table says so.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parent.parent
# Settings, bins, rows, rows for the peer.
CASES = [
    ("configs/quick.yaml", 2049, 40_000, 2_000),
    ("bench/phenomd_8193.yaml", 8193, 15_000, 2_000),
    ("configs/production_xphm.yaml", 8193, 2_000, 300),
]


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


def generate(settings, rows, threads, out):
    began = time.perf_counter()
    subprocess.run([HOME / "chirpmill", "generate", settings, "-n", str(rows), "--threads", str(threads), "--force",
                    "-o", out], check=True, stderr=subprocess.DEVNULL)
    return rows / (time.perf_counter() - began)


def peer(python, dataset, rows, *options):
    run = subprocess.run([python, HOME / "bench/peers/lalsimulation_rate.py", dataset, "--rows", str(rows), *options],
                         capture_output=True, text=True)
    if run.returncode != 0:
        print("LALSimulation is not measured (pip install lalsuite bilby h5py): " + run.stderr.strip().splitlines()[-1])
        return None
    return json.loads(run.stdout.splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--repeats", type=int, default=3)
    arguments = parser.parse_args()
    subprocess.run([HOME / "chirpmill", "--version"], check=True, stdout=subprocess.DEVNULL)
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    cases = []
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        out = os.path.join(folder, "set.hdf5")
        for name, bins, rows, peer_rows in CASES:
            settings = HOME / name
            case = {"settings": name, "bins": bins, "rows": rows}
            for threads in (1, 2):
                rates = [generate(settings, rows, threads, out) for _ in range(arguments.repeats)]
                case[f"threads_{threads}"] = {"median": statistics.median(rates), "min": min(rates), "max": max(rates)}
            case["peer"] = peer(arguments.python, out, peer_rows)
            if "xphm" in name:
                case["peer_multibanding"] = peer(arguments.python, out, peer_rows, "--multibanding")
            cases.append(case)
    commit = subprocess.run(["git", "-C", HOME, "describe", "--always", "--dirty"], capture_output=True, text=True)
    record = {"date": datetime.date.today().isoformat(), "commit": commit.stdout.strip(), "machine": processor(),
              "cores": os.cpu_count(), "repeats": arguments.repeats, "cases": cases}
    with open(HOME / "bench/results/throughput.jsonl", "a") as history:
        history.write(json.dumps(record) + "\n")

    print(f"{'settings':<30} {'bins':>5} {'1 thread/s':>11} {'2 threads/s':>12} {'2 : 1':>6} {'LALSimulation/s':>16} "
          f"{'1 thread : LAL':>15} {'largest difference':>19}")
    for case in cases:
        one, two = case["threads_1"]["median"], case["threads_2"]["median"]
        for key in ("peer", "peer_multibanding"):
            lal = case.get(key)
            theirs = (f"{lal['waveforms_per_second']:16,.0f} {one / lal['waveforms_per_second']:15.2f} "
                      f"{lal['worst_difference_of_peak']:19.1e}") if lal else ""
            if lal or key == "peer":
                name = case["settings"] + (" *" if key == "peer_multibanding" else "")
                print(f"{name:<30} {case['bins']:5} {one:11,.0f} {two:12,.0f} {two / one:6.2f} {theirs}")
    print("* LALSimulation with its default multibanding")


if __name__ == "__main__":
    main()
