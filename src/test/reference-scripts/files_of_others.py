"""Writes src/test/resources/hostile/intact: what Chirpmill made, as other software writes it, for the fuzzer.

Needs h5py and numpy (made with h5py 3.16, HDF5 2.0). Run from the repository root with a dataset and a compressed one of
the settings in org.chirpmill.cli.hostile.Workbench:

usage: files_of_others.py PLAIN.hdf5 COMPRESSED.hdf5
"""
import sys

import h5py
import numpy as np

FOLDER = "src/test/resources/hostile/intact/"
REFERENCES = "src/test/resources/reference/"


def copied(name, source, libver, dataset):
    """A dataset written as dingo-gw writes one, by h5py and without /chirpmill; each array as `dataset` has it."""
    with h5py.File(source) as old, h5py.File(FOLDER + name, "w", libver=libver) as new:
        def visit(path, item):
            if path.startswith("chirpmill"):
                return
            if isinstance(item, h5py.Group):
                new.create_group(path)
            elif item.shape == ():
                new.create_dataset(path, data=item.asstr()[()])
            else:
                dataset(new, path, item[:])
        old.visititems(visit)
        for key, value in old.attrs.items():
            new.attrs[key] = value


def plain(file, path, array):
    file.create_dataset(path, data=array)


def packed(file, path, array):
    chunks = tuple(min(5, extent) if k == 0 else min(16, extent) for k, extent in enumerate(array.shape))
    file.create_dataset(path, data=array, chunks=chunks, compression="gzip", shuffle=True, fletcher32=True)


def growing(file, path, array):
    file.create_dataset(path, data=array, chunks=array.shape[:0] + (4,) + array.shape[1:],
                        maxshape=(None,) + array.shape[1:], compression="gzip")


def reference_on_samples(name, rows, step):
    with h5py.File(REFERENCES + "IMRPhenomD.h5") as old, h5py.File(FOLDER + name, "w") as new:
        new.attrs["approximant"] = "IMRPhenomD"
        new.attrs["f_ref"] = old.attrs["f_ref"]
        new["frequencies"] = old["frequencies"][::step]
        for group in ("production", "edge"):
            new[group + "/parameters"] = old[group + "/parameters"][:rows]
            for series in ("h_plus", "h_cross"):
                new[f"{group}/{series}"] = old[f"{group}/{series}"][:rows, ::step]
            new[group + "/lal_noise_peak"] = old[group + "/lal_noise_peak"][:rows]


def reference_on_a_uniform_grid(name):
    with h5py.File(REFERENCES + "uniform_grid_IMRPhenomD.h5") as old, h5py.File(FOLDER + name, "w") as new:
        new.attrs["domain"] = "UniformFrequencyDomain f_min=20 f_max=64 delta_f=0.125"
        new.attrs["f_ref"] = old.attrs["f_ref"]
        if "spin_conversion_phase" in old.attrs:
            new.attrs["spin_conversion_phase"] = old.attrs["spin_conversion_phase"]
        new["IMRPhenomD/parameters"] = old["IMRPhenomD/parameters"][:2]
        for series in ("h_plus", "h_cross"):
            new["IMRPhenomD/exact/" + series] = old["IMRPhenomD/exact/" + series][:2, :513]


copied("dingo_layout.h5", sys.argv[1], "earliest", plain)
copied("dingo_compressed.h5", sys.argv[2], "earliest", plain)
copied("packed.h5", sys.argv[1], "earliest", packed)
copied("newest_plain.h5", sys.argv[1], ("v110", "v114"), plain)
copied("newest_packed.h5", sys.argv[1], ("v110", "v114"), packed)
copied("newest_growing.h5", sys.argv[2], ("v110", "v114"), growing)
with h5py.File(sys.argv[2]) as compressed, h5py.File(FOLDER + "dingo_basis.h5", "w") as basis:
    for member in ("V", "s", "mismatches"):
        basis[member] = compressed["svd/" + member][:]
    basis.attrs["dataset_type"] = "svd_basis"
reference_on_samples("reference_samples.h5", 3, 32)
reference_on_a_uniform_grid("reference_uniform.h5")
