package org.chirpmill.model.phenomx.hm;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.chirpmill.model.phenomx.Fit;
import org.chirpmill.model.phenomx.FitTable;

/**
 * The fits of one mode. What each is, and from where, stands under its name in {@code xhm-amplitude-fits.txt},
 * {@code xhm-phase-fits.txt} and {@code ringdown-fits.txt}.
 *
 * @param inspiralAmplitude at 1/2, 3/4 and 1 of the last inspiral frequency
 * @param intermediateAmplitude at 1/5 ... 4/5 of the intermediate range
 * @param ringdownAmplitude one damping frequency below, at and above the ringdown; of the mixed mode height, slope and
 *     width
 * @param inspiralPhase the linear term for very unequal masses
 * @param intermediatePhase the phase's derivative at the nodes, six, of the mixed mode five
 * @param ringdown frequency over the final spin, times the remnant's mass
 * @param damping its damping
 */
record ModeFits(
    Fit[] inspiralAmplitude,
    Fit[] intermediateAmplitude,
    Fit[] ringdownAmplitude,
    Fit inspiralPhase,
    Fit[] intermediatePhase,
    Fit ringdown,
    Fit damping) {

    private static final FitTable AMPLITUDES = FitTable.read("hm/xhm-amplitude-fits.txt");
    private static final FitTable PHASES = FitTable.read("hm/xhm-phase-fits.txt");
    private static final FitTable RINGDOWNS = FitTable.read("hm/ringdown-fits.txt");
    private static final ModeFits[] ALL = Arrays.stream(HigherMode.values()).map(ModeFits::read)
        .toArray(ModeFits[]::new);

    /** Coefficient of 1/(Mf)^2 in the (2, 2) ringdown's phase derivative over the ringdown frequency squared. */
    static final Fit INVERSE_SQUARE_22 = PHASES.fit("RINGDOWN_PHASE_22_INVERSE_SQUARE");
    /** Weight of the Lorentzian in it, times eta. */
    static final Fit LORENTZIAN_22 = PHASES.fit("RINGDOWN_PHASE_22_LORENTZIAN");

    /** The (3, 2) spheroidal amplitude at the start and in the middle of the cubic before its ringdown. */
    static final Fit[] SPHEROIDAL_AMPLITUDE = fits(AMPLITUDES, "SPHEROIDAL_AMPLITUDE_32", 2);
    /** The (3, 2) spheroidal phase's derivative at its ringdown nodes. */
    static final Fit[] SPHEROIDAL_PHASE = fits(PHASES, "SPHEROIDAL_PHASE_32", 4);
    /** How much later the spheroidal (3, 2) mode rings than (2, 2). */
    static final Fit SPHEROIDAL_TIME_SHIFT = PHASES.fit("SPHEROIDAL_PHASE_32_TIME_SHIFT");
    /** Its phase less that of (2, 2), rad. */
    static final Fit SPHEROIDAL_PHASE_SHIFT = PHASES.fit("SPHEROIDAL_PHASE_32_PHASE_SHIFT");

    /** Overlap of the spherical (3, 2) with the spheroidal (2, 2) harmonic: real and imaginary part. */
    static final Fit[] MIXING_FROM_22 = mixing("MIXING_32_FROM_22");
    /** The same with the spheroidal (3, 2) harmonic. */
    static final Fit[] MIXING_FROM_32 = mixing("MIXING_32_FROM_32");

    static ModeFits of(HigherMode mode) {
        return ALL[mode.ordinal()];
    }

    private static ModeFits read(HigherMode mode) {
        String digits = "_" + mode.digits();
        String spheroidal = "SPHEROIDAL_AMPLITUDE" + digits;
        Fit[] ringdownAmplitude = mode.isMixed()
            ? new Fit[] {AMPLITUDES.fit(spheroidal + "_HEIGHT"), AMPLITUDES.fit(spheroidal + "_SLOPE"),
                AMPLITUDES.fit(spheroidal + "_WIDTH")}
            : fits(AMPLITUDES, "RINGDOWN_AMPLITUDE" + digits, 3);
        return new ModeFits(
            fits(AMPLITUDES, "INSPIRAL_AMPLITUDE" + digits, 3),
            fits(AMPLITUDES, "INTERMEDIATE_AMPLITUDE" + digits, 4),
            ringdownAmplitude,
            PHASES.fit("INSPIRAL_PHASE" + digits),
            fits(PHASES, "INTERMEDIATE_PHASE" + digits, mode.isMixed() ? 5 : 6),
            RINGDOWNS.fit("RINGDOWN" + digits),
            RINGDOWNS.fit("DAMPING" + digits));
    }

    /** The fits NAME_1, NAME_2, ... */
    private static Fit[] fits(FitTable table, String name, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> table.fit(name + "_" + i)).toArray(Fit[]::new);
    }

    private static Fit[] mixing(String name) {
        return new Fit[] {RINGDOWNS.fit(name + "_REAL"), RINGDOWNS.fit(name + "_IMAGINARY")};
    }
}
