package org.chirpmill.compression;

import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.Thirds;
import org.chirpmill.model.Turns;
import org.chirpmill.physics.Masses;
import org.chirpmill.physics.PhysicalConstants;

/**
 * Division of waveforms by the phase of their own chirp, what dingo-gw calls phase heterodyning: each bin is multiplied
 * by exp(i phase), with the phase that an inspiral gathers at leading order, and what is left of the waveform turns
 * slowly. As dingo-gw's {@code factor_fiducial_waveform} has it,
 *
 * <pre>
 * order 0:  phase = 3/128 (pi Mc f)^(-5/3)                                           arXiv:2001.11412, Eq. (7.2)
 * order 2:  phase = 3/128 (pi Mc f)^(-5/3) (1 + (3715/756 + 55/9 eta) (pi M f)^(2/3))    arXiv:0907.0700, Eq. (3.18)
 * </pre>
 *
 * <p>with G = c = 1, M the total mass. At 0 Hz, where waveforms are zero, the power of f counts as 1.
 */
public final class PhaseHeterodyne {
    /** Its orders, twice the post-Newtonian ones: with the chirp mass alone, and with the mass ratio too. */
    public static final int LEADING = 0;
    /** See {@link #LEADING}. */
    public static final int NEXT = 2;

    private static final int BLOCK = 512;

    private final int order;
    /** f^(-5/3) and f^(-1) by bin, in powers of Hz. */
    private final double[] leadingPowers;
    private final double[] nextPowers;

    /**
     * A heterodyne over some frequencies.
     *
     * @param order {@link #LEADING} or {@link #NEXT}
     * @param frequencies of the bins, Hz
     * @throws IllegalArgumentException where there is no such order
     */
    public PhaseHeterodyne(int order, double[] frequencies) {
        if (order != LEADING && order != NEXT) {
            throw new IllegalArgumentException("phases are heterodyned to order 0 or 2, not " + order);
        }
        this.order = order;
        this.leadingPowers = new double[frequencies.length];
        this.nextPowers = new double[frequencies.length];
        for (int bin = 0; bin < frequencies.length; bin++) {
            double f = frequencies[bin];
            leadingPowers[bin] = f == 0 ? 1 : Thirds.minusFive(f, CubeRoot.of(f));
            nextPowers[bin] = f == 0 ? 0 : 1 / f;
        }
    }

    /** The heterodyne of a dataset's domain, at the frequencies that dingo-gw takes its bins for. */
    public static PhaseHeterodyne of(int order, FrequencyDomain domain) {
        return new PhaseHeterodyne(order, domain.dingoFrequencies());
    }

    /** {@link #LEADING} or {@link #NEXT}. */
    public int order() {
        return order;
    }

    /** How many bins a waveform has. */
    public int bins() {
        return leadingPowers.length;
    }

    /** Whether the phase depends on the mass ratio. */
    public boolean needsMassRatio() {
        return order == NEXT;
    }

    /**
     * The phase of one chirp: {@code leading} f^(-5/3) + {@code next} / f, f in Hz.
     *
     * @param leading turns Hz^(5/3)
     * @param next turns Hz
     */
    public record Chirp(double leading, double next) {
        /** The chirp that goes the other way. */
        Chirp inverse() {
            return new Chirp(-leading, -next);
        }
    }

    /**
     * The chirp of a binary.
     *
     * @param chirpMass in the detector's frame, solar masses
     * @param massRatio m2 / m1 or its inverse; where {@link #needsMassRatio} says no it does not matter
     */
    public Chirp chirp(double chirpMass, double massRatio) {
        double seconds = Math.PI * PhysicalConstants.SOLAR_MASS_SECONDS * chirpMass;
        double leading = 3.0 / 128 * Thirds.power(seconds, -5) * Turns.OF_RADIAN;
        if (order == LEADING) {
            return new Chirp(leading, 0);
        }
        double eta = Masses.symmetricMassRatio(massRatio);
        // (pi M)^(2/3), since M = Mc eta^(-3/5).
        double total = Thirds.power(seconds, 2) * StrictMath.pow(eta, -0.4);
        return new Chirp(leading, leading * (3715.0 / 756 + 55.0 / 9 * eta) * total);
    }

    /**
     * The phases of a chirp in radians, one a bin; a waveform is multiplied by exp(i phase).
     *
     * @param chirp of {@link #chirp}
     */
    public double[] phases(Chirp chirp) {
        double[] phases = new double[bins()];
        for (int bin = 0; bin < phases.length; bin++) {
            phases[bin] = 2 * Math.PI * turns(chirp, bin);
        }
        return phases;
    }

    /** The phase of a chirp in a bin, in turns. */
    private double turns(Chirp chirp, int bin) {
        return chirp.leading * leadingPowers[bin] + chirp.next * nextPowers[bin];
    }

    /** Heterodynes a polarization, 2 x bins, real and imaginary parts in turns. */
    public void apply(double[] series, Chirp chirp) {
        if (series.length != 2 * bins()) {
            throw new IllegalArgumentException("a polarization has " + series.length / 2 + " bins, not " + bins());
        }
        double[] cosine = new double[BLOCK];
        double[] sine = new double[BLOCK];
        for (int from = 0; from < bins(); from += BLOCK) {
            int count = Math.min(BLOCK, bins() - from);
            sincos(chirp, from, count, cosine, sine);
            for (int i = 0; i < count; i++) {
                int at = 2 * (from + i);
                double re = series[at];
                double im = series[at + 1];
                series[at] = re * cosine[i] - im * sine[i];
                series[at + 1] = re * sine[i] + im * cosine[i];
            }
        }
    }

    /** The inverse: gives a heterodyned polarization, 2 x bins, its phase back. */
    public void inverse(double[] series, Chirp chirp) {
        apply(series, chirp.inverse());
    }

    /** Cosines and sines of the phases of {@code count} bins. */
    private void sincos(Chirp chirp, int from, int count, double[] cosine, double[] sine) {
        for (int i = 0; i < count; i++) {
            cosine[i] = turns(chirp, from + i);
        }
        Turns.sincos(cosine, sine, count);
    }
}
