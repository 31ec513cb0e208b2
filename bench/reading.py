#!/usr/bin/env python3
"""Measures how fast datasets are read by this checkout and by another one, in turns.

usage: reading.py BEFORE PLAIN COMPRESSED [--repeats N]

BEFORE is a checkout of the commit to compare with, PLAIN and COMPRESSED are datasets with seeds. Each command is run
N times by each, BEFORE first; the least seconds, processor seconds and the greatest resident memory of each come as one
line of JSON, which bench/results/reading.jsonl keeps. The files are read once before, so that they lie in memory.
"""
import argparse
import datetime
import json
import os
import pathlib
import subprocess
import time

from throughput import processor

HERE = pathlib.Path(__file__).resolve().parents[1]


def commands(plain, compressed):
    for name, dataset in (("plain", plain), ("compressed", compressed)):
        yield f"inspect {name}", ["inspect", dataset]
        yield f"compare {name}", ["compare", dataset, dataset]
        yield f"verify {name}", ["verify", dataset, "--samples", "4000"]


def run(checkout, command):
    began = time.perf_counter()
    child = subprocess.Popen([checkout / "chirpmill", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{checkout}/chirpmill {' '.join(map(str, command))} ended with {child.returncode}")
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def commit(checkout):
    return subprocess.run(["git", "-C", checkout, "describe", "--always", "--dirty"], check=True, capture_output=True,
                          text=True).stdout.strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=pathlib.Path)
    parser.add_argument("plain", type=pathlib.Path)
    parser.add_argument("compressed", type=pathlib.Path)
    parser.add_argument("--repeats", type=int, default=3)
    asked = parser.parse_args()
    checkouts = {"before": asked.before.resolve(), "now": HERE}
    for checkout in checkouts.values():
        run(checkout, ["--help"])
    cases = {}
    for name, command in commands(asked.plain.resolve(), asked.compressed.resolve()):
        results = {which: [] for which in checkouts}
        for _ in range(asked.repeats):
            for which, checkout in checkouts.items():
                results[which].append(run(checkout, command))
        cases[name] = {which: {"seconds": round(min(r[0] for r in runs), 2), "cpu": round(min(r[1] for r in runs), 2),
                               "resident_mb": round(max(r[2] for r in runs))} for which, runs in results.items()}
    print(json.dumps({"date": datetime.date.today().isoformat(), "commits": {w: commit(c) for w, c in checkouts.items()},
                      "machine": processor(), "cores": os.cpu_count(), "load": round(os.getloadavg()[0], 1),
                      "repeats": asked.repeats, "cases": cases}))


if __name__ == "__main__":
    main()
