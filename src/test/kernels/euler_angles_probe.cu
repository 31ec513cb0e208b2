// The parts of the precession's device code that EulerAngleKernelTest looks at.
#include "euler_angles.h"

// At each frequency, receives alpha, epsilon, cos(beta / 2) and sin(beta / 2); the row is the precession's block.
CHIRPMILL_KERNEL(1) probe_angles(const double* row, int mPrime, const double* frequencies, int count, double* out) {
    for (int i = 0; i < count; i++) {
        double f = frequencies[i];
        GridPoint point{f, std::cbrt(f), 0, log(f), 0, 0};
        EulerAngles angles = eulerAnglesAt(row, point, mPrime);
        out[4 * i] = angles.alpha;
        out[4 * i + 1] = angles.epsilon;
        out[4 * i + 2] = angles.cosHalf;
        out[4 * i + 3] = angles.sinHalf;
    }
}

// Receives sn at each of the arguments.
CHIRPMILL_KERNEL(1) probe_sine(const double* arguments, int, const double* complementary, int count, double* out) {
    for (int i = 0; i < count; i++) {
        out[i] = jacobiSine(arguments[i], complementary[i]);
    }
}
