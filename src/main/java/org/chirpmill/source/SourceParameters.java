package org.chirpmill.source;

import java.util.Optional;

/**
 * One binary as waveform models see it: detector-frame masses and Cartesian spins in the frame whose z axis is the
 * Newtonian orbital angular momentum at the reference frequency, N in the y-z plane turned by the phase.
 *
 * @param massOneSolar mass of body 1, solar masses; may be the lighter one
 * @param massTwoSolar mass of body 2, solar masses
 * @param spinOneX dimensionless spin of body 1, x component
 * @param spinOneY y component
 * @param spinOneZ z component, along the orbital angular momentum
 * @param spinTwoX dimensionless spin of body 2, x component
 * @param spinTwoY y component
 * @param spinTwoZ z component
 * @param iota angle between orbital angular momentum and line of sight at the reference frequency, rad
 * @param phase orbital phase at the reference frequency, rad
 * @param luminosityDistanceMpc luminosity distance, Mpc
 * @param lambdaOne dimensionless tidal deformability of body 1
 * @param lambdaTwo dimensionless tidal deformability of body 2
 */
public record SourceParameters(
    double massOneSolar,
    double massTwoSolar,
    double spinOneX,
    double spinOneY,
    double spinOneZ,
    double spinTwoX,
    double spinTwoY,
    double spinTwoZ,
    double iota,
    double phase,
    double luminosityDistanceMpc,
    double lambdaOne,
    double lambdaTwo) {

    /** Whether any spin component lies in the orbital plane, exactly as LALSimulation asks before aligned models. */
    public boolean precesses() {
        return spinOneX != 0 || spinOneY != 0 || spinTwoX != 0 || spinTwoY != 0;
    }

    /** What is said of a binary that cannot be meant, to follow "on 3 of 50 rows"; nothing of others. */
    public Optional<String> remark() {
        return lambdaOne < 0 || lambdaTwo < 0
            ? Optional.of("lambda_1 or lambda_2 is negative, which no star's is") : Optional.empty();
    }

    /** The same binary, spins included, seen at another orbital phase. */
    public SourceParameters withPhase(double otherPhase) {
        return new SourceParameters(massOneSolar, massTwoSolar, spinOneX, spinOneY, spinOneZ,
            spinTwoX, spinTwoY, spinTwoZ, iota, otherPhase, luminosityDistanceMpc, lambdaOne, lambdaTwo);
    }

    /** The same binary at another luminosity distance, Mpc. */
    public SourceParameters atDistance(double otherMpc) {
        return new SourceParameters(massOneSolar, massTwoSolar, spinOneX, spinOneY, spinOneZ,
            spinTwoX, spinTwoY, spinTwoZ, iota, phase, otherMpc, lambdaOne, lambdaTwo);
    }

    /** The same binary with body 1 and body 2 named the other way round; the frame stays. */
    public SourceParameters withBodiesExchanged() {
        return new SourceParameters(massTwoSolar, massOneSolar, spinTwoX, spinTwoY, spinTwoZ,
            spinOneX, spinOneY, spinOneZ, iota, phase, luminosityDistanceMpc, lambdaTwo, lambdaOne);
    }
}
