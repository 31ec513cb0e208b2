// Entry points of the heterodyne.
#include "turn.h"

CHIRPMILL_KERNEL(2)
turn_single(float2* plus, float2* cross, const double* chirps, const double* powers, int rows, int bins,
        int firstBin) {
    Turn<Single>::turn(plus, cross, chirps, powers, rows, bins, firstBin);
}

CHIRPMILL_KERNEL(2)
turn_double(double2* plus, double2* cross, const double* chirps, const double* powers, int rows, int bins,
        int firstBin) {
    Turn<Double>::turn(plus, cross, chirps, powers, rows, bins, firstBin);
}
