package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.Arctangent;
import org.chirpmill.model.ScalarMath;

/** Keeps an opening angle between 0 and pi: arXiv:2107.08876, Eq. 62. */
final class BetaRange {
    /** Next to 0 and pi by less than this, rad, the angle bends away from them. */
    static final double BORDER = 0.01;
    /** p of Eq. 62, and its inverse. */
    private static final double POWER = 0.002;
    private static final double INVERSE_POWER = 500;
    /** (pi / 2)^(1 - p) and the logarithm of (pi / 2)^((1 - p) / p), of the digits that LALSimulation has. */
    private static final double SCALE = 1.569378278348018;
    private static final double LOG_WIDTH = StrictMath.log(7.308338225719002e97);

    private BetaRange() {}

    /** The angle, rad, as it is between the borders; it jumps there by 5e-6 rad. */
    static double within(double beta) {
        if (beta > BORDER && beta < Math.PI - BORDER) {
            return beta;
        }
        double distance = beta - Math.PI / 2;
        double power = ScalarMath.exp(INVERSE_POWER * ScalarMath.log(Math.abs(distance)) - LOG_WIDTH);
        double bent = SCALE * ScalarMath.exp(POWER * ScalarMath.log(Arctangent.of(power)));
        return Math.PI / 2 + Math.copySign(bent, distance);
    }
}
