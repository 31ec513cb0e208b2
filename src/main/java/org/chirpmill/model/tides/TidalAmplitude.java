package org.chirpmill.model.tides;

/** How tides change the amplitude of a (2, 2) mode: arXiv:1905.06011, Eq. 24, with x = (pi M f)^(2/3). */
public final class TidalAmplitude {
    private static final double LINEAR = 449.0 / 108;
    private static final double POWER = 22672.0 / 9;
    private static final double DAMPING = 13477.8073677;
    /** LALSimulation's factor from A_T to h_22, as from a wave seen face on: the inverse of Y_22 = sqrt(5 / (4 pi)). */
    private static final double MODE_OVER_WAVE = 2 * Math.sqrt(Math.PI / 5);

    private TidalAmplitude() {}

    /**
     * Writes the coefficients of the amplitude.
     *
     * @param unit the modulus of h_22 that the row's A = 1 stands for, times the distance over the total mass squared
     */
    public static void write(NeutronStars stars, double unit, double[] rows, int row) {
        rows[row + TideRow.AMPLITUDE_STRENGTH] = -9 * stars.coupling() * MODE_OVER_WAVE / unit
            * stars.turned().thirds(9) * stars.turned().thirds(1) * stars.turned().minusSevenSixths();
        rows[row + TideRow.AMPLITUDE_LINEAR] = LINEAR * stars.turned().thirds(2);
        rows[row + TideRow.AMPLITUDE_POWER] =
            POWER * StrictMath.exp(TideKernel.AMPLITUDE_EXPONENT * stars.turned().logarithm());
        rows[row + TideRow.AMPLITUDE_DAMPING] = DAMPING * stars.turned().thirds(8);
    }
}
