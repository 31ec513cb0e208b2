// Searches the grid's frequencies, which ascend.
#pragma once

#include "platform.h"

// The first bin from `from` to `to` whose frequency is not below f, or `to`. A guess that is right on uniform grids
// saves the halving.
CHIRPMILL_FUNCTION int firstBinAtOrAbove(const double* frequencies, int from, int to, double f) {
    if (from >= to || f <= frequencies[from]) {
        return from;
    }
    if (f > frequencies[to - 1]) {
        return to;
    }
    // From here on frequencies[below] < f <= frequencies[at].
    int below = from;
    int at = to - 1;
    double slope = (at - below) / (frequencies[at] - frequencies[below]);
    int guess = below + static_cast<int>((f - frequencies[below]) * slope);
    if (guess > below && guess < at) {
        if (frequencies[guess] < f) {
            below = guess;
            if (frequencies[guess + 1] >= f) {
                at = guess + 1;
            }
        } else {
            at = guess;
            if (frequencies[guess - 1] < f) {
                below = guess - 1;
            }
        }
    }
    while (at - below > 1) {
        int middle = below + (at - below) / 2;
        if (frequencies[middle] < f) {
            below = middle;
        } else {
            at = middle;
        }
    }
    return at;
}
