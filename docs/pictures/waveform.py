#!/usr/bin/env python3
"""Draws docs/pictures/waveform.png from a file that `chirpmill waveform ... -o FILE.npz` wrote.

usage: waveform.py FILE.npz PICTURE.png      needs numpy and matplotlib
"""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

file = np.load(sys.argv[1])
f, plus, cross = file["frequencies"], file["h_plus"], file["h_cross"]
plt.rcParams.update({"font.size": 12, "axes.grid": True, "grid.alpha": 0.3})
figure, (amplitude, strain) = plt.subplots(1, 2, figsize=(11, 4), constrained_layout=True)

shown = np.abs(plus) > 0
amplitude.loglog(f[shown], np.abs(plus[shown]), label=r"$|\tilde h_+|$", lw=2)
amplitude.loglog(f[shown], np.abs(cross[shown]), label=r"$|\tilde h_\times|$", lw=2)
amplitude.set(xlabel="frequency (Hz)", ylabel="strain per Hz (1/Hz)", title="IMRPhenomD in frequency", xlim=(20, 500),
              ylim=(1e-26, None))
amplitude.set_xticks([20, 50, 100, 200, 500], ["20", "50", "100", "200", "500"])
amplitude.set_xticks([], minor=True)
amplitude.legend()

n = 2 * (len(f) - 1)
delta_t = 1 / (n * (f[1] - f[0]))
h = np.roll(np.fft.irfft(plus, n) / delta_t, n // 2)
t = (np.arange(n) - n // 2) * delta_t
window = (t > -0.35) & (t < 0.05)
strain.plot(t[window], 1e22 * h[window], lw=1.2)
strain.set_xticks([-0.3, -0.2, -0.1, 0])
strain.set(xlabel="time to merger (s)", ylabel=r"strain $h_+$ ($10^{-22}$)", title="and in time")
figure.savefig(sys.argv[2], dpi=110)
