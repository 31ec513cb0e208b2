#!/usr/bin/env python3
"""Trains an SVD basis with dingo-gw on a dataset of Chirpmill and writes it as dingo-gw does.

usage: basis_file.py DATASET.hdf5 SIZE INCREMENT BASIS.hdf5 [BINS]     needs dingo-gw

The first five sixths of the rows train, the others validate. BINS keeps the files of tests small: that many bins from
the first one that is not zero on. src/test/resources/dataset/dingo_basis_40_bins.h5 is of 24 rows of configs/quick.yaml with
seed 3: 12 vectors in steps of 4, 40 bins.
"""
import sys

import h5py
import numpy as np
import pandas as pd
from dingo.gw.SVD import SVDBasis

with h5py.File(sys.argv[1]) as file:
    waves = np.concatenate([file["polarizations/h_plus"][:], file["polarizations/h_cross"][:]])
    parameters = pd.DataFrame(file["parameters"][:])
parameters = pd.concat([parameters, parameters], ignore_index=True)
if len(sys.argv) > 5:
    first = np.nonzero(waves[0])[0][0]
    waves = waves[:, first:first + int(sys.argv[5])]
waves = waves.astype(np.complex128)
order = np.random.default_rng(0).permutation(len(waves))
training, validation = np.split(order, [len(waves) * 5 // 6])
basis = SVDBasis()
basis.generate_basis(waves[training], int(sys.argv[2]), method="scipy")
basis.compute_test_mismatches(waves[validation], parameters.iloc[validation].reset_index(drop=True),
                              increment=int(sys.argv[3]), verbose=False)
basis.to_file(sys.argv[4])
