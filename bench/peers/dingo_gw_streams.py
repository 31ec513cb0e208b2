#!/usr/bin/env python3
"""Has dingo-gw train on a stream of waveforms and on a file of the same rows, and compares the losses.

usage: dingo_gw_streams.py FOLDER [--fresh] [--workers N]      exit code 0 when all losses are the same

The training is dingo-gw's example for neural posterior estimation made tiny: IMRPhenomXPHM whitened in a basis, H1 and
L1, two epochs of 2,000 rows, of which a tenth are tested on. With --fresh the stream trains once more, on rows that are
others in each epoch. FOLDER takes settings, set, noise and networks. Needs dingo-gw and Chirpmill's Python package.
"""
import argparse
import copy
import shutil
import subprocess
import sys
from pathlib import Path

import bilby
import numpy as np
import torch
import yaml

import chirpmill.dingo

HERE = Path(__file__).resolve().parent
CURVE = HERE.parents[1] / "configs" / "asd" / "aLIGO_ZERO_DET_high_P_asd.txt"

SET = {
    "domain": {"type": "UniformFrequencyDomain", "f_min": 20.0, "f_max": 512.0, "delta_f": 0.25},
    "waveform_generator": {"approximant": "IMRPhenomXPHM", "f_ref": 20.0, "spin_conversion_phase": 0.0},
    "intrinsic_prior": {
        "mass_1": "bilby.core.prior.Constraint(minimum=10.0, maximum=80.0)",
        "mass_2": "bilby.core.prior.Constraint(minimum=10.0, maximum=80.0)",
        "chirp_mass": "bilby.gw.prior.UniformInComponentsChirpMass(minimum=25.0, maximum=100.0)",
        "mass_ratio": "bilby.gw.prior.UniformInComponentsMassRatio(minimum=0.125, maximum=1.0)",
        "phase": "default", "a_1": "default", "a_2": "default", "tilt_1": "default", "tilt_2": "default",
        "phi_12": "default", "phi_jl": "default", "theta_jn": "default",
        "luminosity_distance": 100.0, "geocent_time": 0.0,
    },
    "num_samples": 2000,
    "compression": {
        "svd": {"size": 50, "num_training_samples": 500, "num_validation_samples": 100},
        "whitening": str(CURVE),
    },
}

TRAINING = {
    "data": {
        "train_fraction": 0.9,
        "detectors": ["H1", "L1"],
        "extrinsic_prior": {
            "dec": "default", "ra": "default", "psi": "default",
            "geocent_time": "bilby.core.prior.Uniform(minimum=-0.10, maximum=0.10, name='geocent_time')",
            "luminosity_distance":
                "bilby.core.prior.Uniform(minimum=100.0, maximum=1000.0, name='luminosity_distance')",
        },
        "ref_time": 1126259462.391,
        "gnpe_time_shifts": {
            "kernel": "bilby.core.prior.Uniform(minimum=-0.001, maximum=0.001)", "exact_equiv": True},
        "inference_parameters": "default",
    },
    "model": {
        "posterior_model_type": "normalizing_flow",
        "posterior_kwargs": {
            "num_flow_steps": 2,
            "base_transform_kwargs": {
                "hidden_dim": 32, "num_transform_blocks": 1, "activation": "elu", "dropout_probability": 0.0,
                "norm": "BatchNorm", "num_bins": 8, "base_transform_type": "rq-coupling"},
        },
        "embedding_kwargs": {
            "output_dim": 32, "hidden_dims": [64, 32], "activation": "elu", "dropout": 0.0, "norm": "BatchNorm",
            "svd": {"num_training_samples": 400, "num_validation_samples": 100, "size": 20},
        },
    },
    "training": {
        "stage_0": {
            "epochs": 2, "freeze_rb_layer": True, "batch_size": 100,
            "optimizer": {"type": "adam", "lr": 1.0e-3}, "scheduler": {"type": "cosine", "T_max": 2}},
    },
    "local": {
        "device": "cpu", "runtime_limits": {"max_time_per_run": 3600, "max_epochs_per_run": 10},
        "checkpoint_epochs": 2, "leave_waveforms_on_disk": True},
}


def history(folder, name, dataset, workers, fresh):
    """Trains; what dingo-gw writes of it: a line an epoch, with training loss, test loss and learning rate."""
    training = copy.deepcopy(TRAINING)
    training["data"]["waveform_dataset_path"] = str(dataset)
    training["training"]["stage_0"]["asd_dataset_path"] = str(folder / "asd.hdf5")
    training["local"]["num_workers"] = workers
    settings = folder / f"{name}.yaml"
    settings.write_text(yaml.safe_dump(training, sort_keys=False))
    where = folder / name
    shutil.rmtree(where, ignore_errors=True)
    np.random.seed(1)
    bilby.core.utils.random.seed(1)
    torch.manual_seed(1)
    chirpmill.dingo.train(["--settings_file", str(settings), "--train_dir", str(where)], fresh=fresh, quiet=True)
    return (where / "history.txt").read_text()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--workers", type=int, default=0)
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    settings = folder / "set.yaml"
    settings.write_text(yaml.safe_dump(SET, sort_keys=False))
    chirpmill.generate(settings, folder / "set.hdf5", force=True)
    subprocess.run([sys.executable, str(HERE / "dingo_gw_asd.py"), str(CURVE), str(folder / "asd.hdf5"), "--f-max",
                    str(SET["domain"]["f_max"]), "--delta-f", str(SET["domain"]["delta_f"])], check=True)
    histories = {
        "file": history(folder, "file", folder / "set.hdf5", arguments.workers, fresh=False),
        "stream": history(folder, "stream", settings, arguments.workers, fresh=False)}
    if arguments.fresh:
        histories["fresh"] = history(folder, "fresh", settings, arguments.workers, fresh=True)
    print("epoch, training loss, test loss, learning rate")
    for name, lines in histories.items():
        print(f"{name}:\n{lines.rstrip()}")
    same = histories["file"] == histories["stream"]
    print("the losses on the stream and on the file are " + ("the same" if same else "not the same"))
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
