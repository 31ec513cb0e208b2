#!/usr/bin/env python3
"""ripple (JAX) on the rows of a dataset: how many waveforms a second on JAX's device, and whether they agree.

usage: ripple_rate.py [DATASET.hdf5] [--rows N] [--repeats N] [--batch N,N,...] [--precision double|single]
                      [--all-cores]      prints one JSON object

Needs ripple 0.4 or newer of github.com/GW-JAX-Team/ripple, and h5py: pip install ripplegw h5py, on an NVIDIA GPU
pip install "ripplegw[cuda]" h5py. Without a dataset it only says whether they are there.

What is timed is ripple's own model under jit and vmap, on the bins from f_min on, both polarizations, cast on the device
to the dataset's precision, or to single where JAX counts in that; empty bins below f_min are not made. Rows that are left
over to fill a last batch are the first ones again, and count. Not timed: conversion of parameters, their way to the
device, and compilation, which is reported for each batch size. Two rates are reported for each: results left on the
device, and results copied to the host's memory; on a CPU these are the same memory. Each batch is waited for
(block_until_ready), the next being under way. waveforms_per_second is the first rate, at the batch size that is best by
it. Without --all-cores JAX gets one core of a CPU.

Conventions: ripple 0.4 has LALSimulation's, phase at f_ref and time included, and ends IMRPhenomD, XAS and TaylorF2 at
the bin where Chirpmill does, so nothing is shifted, turned or left out before comparing. Its masses follow from chirp
mass and symmetric mass ratio, which costs digits near equal masses. As dingo-gw gets it, the last bin of 2^n + 1 is
emptied here; ripple fills it. Importing ripple turns 64 bits on in JAX half way: tables that it made before stay in
single precision unless jax_enable_x64 is set first, as here, and IMRPhenomD is off by 7e-4 in relative L2 then. In
single precision the phase, which reaches thousands of radians, keeps three digits or so. Allowed relative L2: 1e-3, as
everywhere in chirpmill benchmark, and 1e-2 in single precision.
"""
import math
import os
import sys
import time

import measurement

CORES = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None
if CORES and "--all-cores" not in sys.argv:
    os.sched_setaffinity(0, {max(CORES)})  # before JAX counts them

try:
    import h5py  # noqa: F401  measurement reads with it
    import jax
    import jax.numpy as jnp
    import numpy as np
    # Tables that ripple makes as it is imported have the precision of that moment.
    jax.config.update("jax_enable_x64", not any(word.endswith("single") for word in sys.argv))
    import ripplegw
    if not hasattr(ripplegw, "waveform"):
        raise ImportError(f"ripple {ripplegw.__version__} is too old")
except ImportError as missing:
    sys.exit(f"{missing}: pip install ripplegw h5py")

ALLOWED = {"double": 1e-3, "single": 1e-2}
SOLAR_MASS_SECONDS = 4.925490947641266978197229498498379006e-6
LEAST_SECONDS = 0.5


def add_options(parser):
    parser.add_argument("--batch", help="rows at a time, several by commas (default: 8 on a CPU, 1024 elsewhere)")
    parser.add_argument("--precision", choices=["double", "single"], default="double")
    parser.add_argument("--all-cores", action="store_true", help="let JAX have all cores of a CPU")


def masses(row):
    if "mass_1" in row and "mass_2" in row:
        return row["mass_1"], row["mass_2"]
    ratio = row["mass_ratio"]
    total = row["total_mass"] if "total_mass" in row else row["chirp_mass"] * (1 + ratio) ** 1.2 / ratio ** 0.6
    return total / (1 + ratio), total * ratio / (1 + ratio)


def spin(row, body):
    """Along the orbital angular momentum, and across it."""
    if f"chi_{body}" in row:
        return row[f"chi_{body}"], row.get(f"chi_{body}_in_plane", 0.0)
    tilt = row[f"tilt_{body}"] if f"tilt_{body}" in row else math.acos(row[f"cos_tilt_{body}"])
    return row[f"a_{body}"] * math.cos(tilt), row[f"a_{body}"] * math.sin(tilt)


def source(row, generator):
    """ripple's parameters by their names; the spins are turned as by bilby_to_lalsimulation_spins."""
    one, two = masses(row)
    total, eta = one + two, one * two / (one + two) ** 2
    (z1, across1), (z2, across2) = spin(row, 1), spin(row, 2)
    theta_jn = row["theta_jn"] if "theta_jn" in row else math.acos(row["cos_theta_jn"])
    s1, s2, iota = complex(across1), across2 * np.exp(1j * row.get("phi_12", 0.0)), theta_jn
    if across1 != 0 or across2 != 0:
        v = (math.pi * total * SOLAR_MASS_SECONDS * generator["f_ref"]) ** (1 / 3)
        across = one * one * s1 + two * two * s2
        along = one * two / v * (1 + v * v * (1.5 + eta / 6)) + one * one * z1 + two * two * z2
        sin_jl, cos_jl = abs(across) / math.hypot(abs(across), along), along / math.hypot(abs(across), along)
        sin_jn, cos_jn, phi_jl = math.sin(theta_jn), math.cos(theta_jn), row.get("phi_jl", 0.0)
        # The line of sight with the orbital angular momentum along z and the total one towards x.
        sight = complex(sin_jl * cos_jn - cos_jl * math.sin(phi_jl) * sin_jn, -math.cos(phi_jl) * sin_jn)
        iota = math.atan2(abs(sight), sin_jl * math.sin(phi_jl) * sin_jn + cos_jl * cos_jn)
        phase = generator.get("spin_conversion_phase")
        turn = 1j * np.exp(-1j * (row["phase"] if phase is None else phase))
        turn *= abs(across) / across * abs(sight) / sight
        s1, s2 = s1 * turn, s2 * turn
    return {
        "M_c": (one * two) ** 0.6 / total ** 0.2, "eta": eta,
        "s1_x": s1.real, "s1_y": s1.imag, "s1_z": z1, "s2_x": s2.real, "s2_y": s2.imag, "s2_z": z2,
        "lambda_1": row.get("lambda_1", 0.0), "lambda_2": row.get("lambda_2", 0.0),
        "d_L": row["luminosity_distance"], "phase_c": row["phase"], "iota": iota,
    }


def first_bin(domain):
    return math.ceil(domain["f_min"] / domain["delta_f"] - 1e-9)


def evaluator(domain, generator, bins, stored):
    """A function of a batch of sources for both polarizations, each rows x bins from the first of all on."""
    model = ripplegw.waveform(generator["approximant"], f_ref=generator["f_ref"])
    frequencies = jnp.asarray(np.arange(first_bin(domain), bins) * domain["delta_f"])

    def one(parameters):
        strain = model(frequencies, {name: parameters[name] for name in model.parameter_names})
        # Apart: in one array, XLA evaluates the model once for each of them, a third of the speed.
        return strain["p"].astype(stored), strain["c"].astype(stored)

    return jax.jit(jax.vmap(one))


def batches(sources, size):
    """All sources in batches of one size, the first ones filling up the last, on the device."""
    table = {name: np.array([s[name] for s in sources]) for name in sources[0]}
    made = []
    for start in range(0, len(sources), size):
        rows = np.arange(start, start + size) % len(sources)
        made.append({name: jnp.asarray(values[rows]) for name, values in table.items()})
    return jax.block_until_ready(made)


def seconds(compiled, inputs, count, to_host):
    """One repeat: so many batches, one under way while the one before is waited for."""
    finish = jax.device_get if to_host else jax.block_until_ready
    began = time.perf_counter()
    previous = None
    for i in range(count):
        current = compiled(inputs[i % len(inputs)])
        if to_host:
            for strain in current:
                strain.copy_to_host_async()
        if previous is not None:
            finish(previous)
        previous = current
    finish(previous)
    return time.perf_counter() - began


def measure(function, sources, size, repeats):
    inputs = batches(sources, size)
    began = time.perf_counter()
    compiled = function.lower(inputs[0]).compile()
    compilation = time.perf_counter() - began
    seconds(compiled, inputs, 1, True)
    once = seconds(compiled, inputs, 1, False)
    count = max(len(inputs), math.ceil(LEAST_SECONDS / once))
    rates = [count * size / seconds(compiled, inputs, count, False) for _ in range(repeats)]
    copied = [count * size / seconds(compiled, inputs, count, True) for _ in range(repeats)]
    return compiled, inputs, {
        "batch": size, "compilation_seconds": compilation, "waveforms_each_repeat": count * size,
        "on_device": measurement.spread(rates), "copied_to_host": measurement.spread(copied),
    }, rates


def main():
    chosen = measurement.arguments(__doc__, add_options)
    if chosen.multibanding:
        sys.exit("ripple has no multibanding")
    jax.config.update("jax_enable_x64", chosen.precision == "double")
    settings, rows, ours = measurement.read(chosen.dataset, chosen.rows)
    domain, generator = settings["domain"], settings["waveform_generator"]
    approximant = generator["approximant"]
    if approximant not in ripplegw.list_waveforms():
        sys.exit(f"ripple {ripplegw.__version__} has no {approximant}")
    if domain["type"] != "UniformFrequencyDomain":
        sys.exit(f"ripple is called on uniform grids only, and domain.type is {domain['type']}")
    for option in ("mode_list", "phenomx"):
        if generator.get(option):
            sys.exit(f"ripple has nothing like waveform_generator.{option}: leave it out")
    device = jax.devices()[0]
    if CORES and device.platform != "cpu":
        os.sched_setaffinity(0, CORES)
    sizes = [int(n) for n in (chosen.batch or ("8" if device.platform == "cpu" else "1024")).split(",")]
    if min(sizes) < 1:
        sys.exit("--batch must be whole numbers, 1 or more")

    bins = ours.shape[2]
    sources = [source(row, generator) for row in rows]
    # JAX without 64 bits has no complex128.
    stored = ours.dtype if chosen.precision == "double" else np.dtype("complex64")
    function = evaluator(domain, generator, bins, stored)
    cases, best = [], None
    for size in sizes:
        compiled, inputs, case, rates = measure(function, sources, size, chosen.repeats)
        cases.append(case)
        if best is None or case["on_device"]["median"] > best[2]["on_device"]["median"]:
            best = compiled, inputs, case, rates
    compiled, inputs, case, rates = best

    theirs = []
    for batch in inputs:
        strains = np.pad(np.stack(jax.device_get(compiled(batch)), axis=1).astype(complex),
                         ((0, 0), (0, 0), (first_bin(domain), 0)))
        if (bins - 1) & (bins - 2) == 0:
            strains[:, :, -1] = 0
        theirs.extend(strains[:len(rows) - len(theirs)])
    worst = max(measurement.differences(h, g)[1] for h, g in zip(ours, theirs))
    measurement.report(
        f"ripple {ripplegw.__version__} on {device.device_kind}", ours, theirs, rates,
        approximant=approximant, jax=jax.__version__, platform=device.platform,
        cores=len(os.sched_getaffinity(0)) if CORES else os.cpu_count(),
        precision=chosen.precision, stored=str(stored), best_batch=case["batch"],
        worst_relative_l2_allowed=ALLOWED[chosen.precision], agrees=bool(worst <= ALLOWED[chosen.precision]),
        batches=cases)


if __name__ == "__main__":
    main()
