// The Euler angles of the orbital angular momentum about J.
#pragma once

// alpha and epsilon = -gamma in rad, cosine and sine of beta / 2, neither of them negative.
struct EulerAngles {
    double alpha, epsilon, cosHalf, sinHalf;
};
