#!/usr/bin/env python3
"""What rows cost that are streamed into PyTorch, and what small questions cost, beside the same rows in the engine.

Processor time of the server's process, since other work on a machine spoils clocks. Build first; PYTHON needs numpy
and torch:

    PYTHON bench/feed.py configs/production_xphm.yaml
    PYTHON bench/feed.py configs/production_xphm_svd.yaml --consumer 5000    # how long such a one waits
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOME / "src" / "python"))

import chirpmill  # noqa: E402
from chirpmill.torch import WaveformStream  # noqa: E402

REPEAT_SECONDS = 4.0
MOST_QUESTIONS = 2000
ROWS_OF_QUESTIONS = (1, 64, 1024)


def pipeline(settings: str, warm_up: float, repeats: int) -> None:
    """Runs PipelineCost, which says what it finds."""
    java = Path(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    subprocess.run(
        [java, "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "--add-modules",
         "jdk.incubator.vector", "-XX:+UseSerialGC", "-Xlog:disable", "-cp",
         f"{HOME}/target/chirpmill.jar:{HOME}/target/lib/*", f"{HOME}/bench/feed/PipelineCost.java",
         settings, str(warm_up), str(repeats)], check=True)


def processor_seconds(process: int) -> float:
    """Of all threads of a process, by Linux."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def streamed(waveforms: chirpmill.Waveforms, batch_size: int, warm_up: float, repeats: int) -> None:
    """Streams batches as fast as they come."""
    server = waveforms._server.pid
    batches = iter(WaveformStream(waveforms, batch_size, prefetch=3))
    while processor_seconds(server) < warm_up:
        next(batches)
    for _ in range(repeats):
        began, own, clock, rows = processor_seconds(server), time.process_time(), time.perf_counter(), 0
        while processor_seconds(server) - began < REPEAT_SECONDS:
            next(batches)
            rows += batch_size
        used, own, clock = processor_seconds(server) - began, time.process_time() - own, time.perf_counter() - clock
        gigabytes = rows * 2 * waveforms.columns * 8e-9
        print(f"streamed in batches of {batch_size}: {used / rows * 1e6:.1f} us of processor time a row, the client "
              f"{own / rows * 1e6:.1f} us; by the clock {rows / clock:,.0f} rows/s, {gigabytes / clock:.2f} GB/s, on "
              f"{used / clock:.2f} cores", flush=True)


def asked(waveforms: chirpmill.Waveforms, rows: int) -> None:
    """Asks for a few rows again and again, one question after another."""
    server = waveforms._server.pid
    micros: list[float] = []
    began, end = processor_seconds(server), time.perf_counter() + 4 * REPEAT_SECONDS
    while len(micros) < MOST_QUESTIONS and time.perf_counter() < end:
        first = len(micros) * rows
        started = time.perf_counter()
        waveforms[first:first + rows]
        micros.append((time.perf_counter() - started) * 1e6)
    used = (processor_seconds(server) - began) / len(micros) * 1e6
    print(f"a question of {rows} rows: median {statistics.median(micros):.0f} us, least {min(micros):.0f} us, "
          f"{used:.0f} us of processor time", flush=True)


def consumed(waveforms: chirpmill.Waveforms, batch_size: int, rows_a_second: float, warm_up: float) -> None:
    """Takes batches as a network does that needs a while for each of them."""
    stream = WaveformStream(waveforms, batch_size, prefetch=4)
    batches = iter(stream)
    while processor_seconds(waveforms._server.pid) < warm_up:
        next(batches)
    waited, began, rows = stream.waiting_seconds, time.perf_counter(), 0
    while time.perf_counter() - began < 4 * REPEAT_SECONDS:
        next(batches)
        rows += batch_size
        time.sleep(batch_size / rows_a_second)
    clock = time.perf_counter() - began
    share = (stream.waiting_seconds - waited) / clock
    print(f"a consumer that takes {rows / clock:,.0f} rows/s waits {100 * share:.2f} % of its time", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("settings")
    parser.add_argument("--batch-size", type=int, default=256)
    parser.add_argument("--warm-up", type=float, default=40, help="seconds of processor time (default: 40)")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--consumer", type=float, metavar="ROWS_A_SECOND", help="measure its waiting and nothing else")
    options = parser.parse_args()
    if options.consumer:
        with chirpmill.Waveforms(options.settings, quiet=True) as waveforms:
            consumed(waveforms, options.batch_size, options.consumer, options.warm_up)
        return
    pipeline(options.settings, options.warm_up, options.repeats)
    with chirpmill.Waveforms(options.settings, quiet=True, rows_per_slot=max(ROWS_OF_QUESTIONS)) as waveforms:
        streamed(waveforms, options.batch_size, options.warm_up, options.repeats)
        for rows in ROWS_OF_QUESTIONS:
            asked(waveforms, rows)


if __name__ == "__main__":
    main()
