#!/usr/bin/env python3
"""The production set of `configs/production_xphm_svd.yaml`, its basis included, beside another checkout's.

usage: production.py [--before CHECKOUT] [--rows N] [--samples N] [--folder FOLDER]

Runs `chirpmill generate` of CHECKOUT and of this one in turns, each once, then `verify` of both files, prints a table and
appends one JSON line to bench/results/production.jsonl. Rows a second are those of the line that tells that the set is
complete, without the basis; seconds are the whole command's, with it. FOLDER needs 3.4 kB a row.
"""
import argparse
import datetime
import json
import os
import pathlib
import re
import subprocess
import tempfile

from throughput import processor

HOME = pathlib.Path(__file__).resolve().parent.parent
SETTINGS = "configs/production_xphm_svd.yaml"
COMPLETE = re.compile(r"is complete: ([\d,]+) rows in ([\d,.]+) s \(([\d,.]+)/s\)")
WHOLE = re.compile(r"on ([\d,]+) of [\d,]+ rows the chosen bins tell too little")


def number(text):
    return float(text.replace(",", ""))


def commit(home):
    return subprocess.run(["git", "describe", "--always", "--dirty"], cwd=home, capture_output=True, text=True,
                          check=True).stdout.strip()


def generate(home, rows, out):
    """One run: its rates, processor time and memory."""
    command = [home / "chirpmill", "generate", SETTINGS, "-o", out, "--force"]
    process = subprocess.Popen([*command, "-n", str(rows)], cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               text=True)
    began = datetime.datetime.now()
    words = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = (datetime.datetime.now() - began).total_seconds()
    complete = COMPLETE.search(words)
    if os.waitstatus_to_exitcode(status) != 0 or not complete:
        raise SystemExit(words)
    whole = WHOLE.search(words)
    return {"commit": commit(home), "rows": rows, "seconds": round(seconds, 1),
            "rows_seconds": number(complete.group(2)), "rows_per_second": number(complete.group(3)),
            "user_seconds": round(usage.ru_utime, 1), "system_seconds": round(usage.ru_stime, 1),
            "largest_resident_bytes": usage.ru_maxrss * 1024,
            "rows_of_all_bins": int(number(whole.group(1))) if whole else 0}


def verify(out, samples):
    run = subprocess.run([HOME / "chirpmill", "verify", out, "--samples", str(samples)], cwd=HOME, capture_output=True,
                         text=True, check=False)
    return [line.strip() for line in run.stdout.splitlines() if line.strip()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--samples", type=int, default=1000)
    parser.add_argument("--folder", type=pathlib.Path)
    arguments = parser.parse_args()
    homes = [home.resolve() for home in (arguments.before, HOME) if home]
    runs = []
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        for place, home in enumerate(homes):
            out = pathlib.Path(folder) / f"{place}.hdf5"
            runs.append(generate(home, arguments.rows, out))
            print(runs[-1], flush=True)
            runs[-1]["verify"] = verify(out, arguments.samples)
            print("\n".join(runs[-1]["verify"]), flush=True)
            out.unlink()
    if len(runs) == 2:
        print(f"{runs[1]['rows_per_second'] / runs[0]['rows_per_second']:.2f} times as many rows a second, the whole "
              f"command in {runs[1]['seconds'] / runs[0]['seconds']:.2f} of the time")
    line = {"date": datetime.date.today().isoformat(), "machine": processor(), "cores": os.cpu_count(), "runs": runs}
    with open(HOME / "bench/results/production.jsonl", "a", encoding="utf-8") as results:
        results.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
