package org.chirpmill.model.phenomx;

/**
 * By how much the (2, 2) mode of a precessing binary, in the frame that precesses with it, deviates from that of its
 * aligned spins: arXiv:2312.10025, Sec. V. Each is added to a coefficient of IMRPhenomXAS.
 *
 * @param peakAmplitude to the amplitude at the ringdown's peak (mu_1)
 * @param ringdownWidth to the width of the ringdown's amplitude over the damping frequency (mu_2)
 * @param inverseAmplitude to the inverse of the amplitude halfway between inspiral and ringdown (mu_3)
 * @param lorentzian to the weight of the ringdown phase's Lorentzian (nu_4)
 * @param intermediateInverse to the coefficient of 1/(Mf) in the intermediate phase's derivative (zeta_2)
 * @param intermediateFourth to that of 1/(Mf)^4 (zeta_1)
 */
public record CoprecessingDeviations(
    double peakAmplitude,
    double ringdownWidth,
    double inverseAmplitude,
    double lorentzian,
    double intermediateInverse,
    double intermediateFourth) {

    /** The mode of aligned spins. */
    public static final CoprecessingDeviations NONE = new CoprecessingDeviations(0, 0, 0, 0, 0, 0);
}
