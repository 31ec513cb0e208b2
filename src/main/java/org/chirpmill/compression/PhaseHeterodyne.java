package org.chirpmill.compression;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.Thirds;
import org.chirpmill.physics.Masses;
import org.chirpmill.physics.PhysicalConstants;
import org.chirpmill.rows.NamedParameters;

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
public final class PhaseHeterodyne implements CompressionStep {
    /** Its orders, twice the post-Newtonian ones: with the chirp mass alone, and with the mass ratio too. */
    public static final int LEADING = 0;
    /** See {@link #LEADING}. */
    public static final int NEXT = 2;

    static final String CHIRP_MASS = "chirp_mass";
    static final String MASS_RATIO = "mass_ratio";

    private final int order;
    private final int firstBin;
    private final int bins;
    private final double[] frequencies;
    /** f^(-5/3) and f^(-1) by bin, in powers of Hz, with room for whole vectors of lanes behind the last one. */
    private final double[] leadingPowers;
    private final double[] nextPowers;
    private final TurnLoops loops = TurnLoops.ofThisJvm();

    private PhaseHeterodyne(int order, double[] frequencies, int firstBin) {
        if (order != LEADING && order != NEXT) {
            throw new IllegalArgumentException("phases are heterodyned to order 0 or 2, not " + order);
        }
        this.order = order;
        this.firstBin = firstBin;
        this.bins = frequencies.length;
        this.frequencies = frequencies;
        this.leadingPowers = new double[bins + TurnLoops.BLOCK];
        this.nextPowers = new double[bins + TurnLoops.BLOCK];
        for (int bin = 0; bin < bins; bin++) {
            double f = frequencies[bin];
            leadingPowers[bin] = f == 0 ? 1 : Thirds.minusFive(f, CubeRoot.of(f));
            nextPowers[bin] = f == 0 ? 0 : 1 / f;
        }
    }

    /**
     * A heterodyne over some frequencies.
     *
     * @param order {@link #LEADING} or {@link #NEXT}
     * @param frequencies of the bins, Hz
     * @throws IllegalArgumentException where there is no such order
     */
    public PhaseHeterodyne(int order, double[] frequencies) {
        this(order, frequencies, 0);
    }

    /** The heterodyne of a dataset's domain, at the frequencies that dingo-gw takes its bins for. */
    public static PhaseHeterodyne of(int order, FrequencyDomain domain) {
        return new PhaseHeterodyne(order, domain.dingoFrequencies(), domain.grid().firstBin());
    }

    /** The same at some bins, in rising order, all at or behind {@link #firstBin}. */
    PhaseHeterodyne only(int[] some) {
        return new PhaseHeterodyne(order, Arrays.stream(some).mapToDouble(bin -> frequencies[bin]).toArray());
    }

    /** {@link #LEADING} or {@link #NEXT}. */
    public int order() {
        return order;
    }

    @Override
    public int bins() {
        return bins;
    }

    /** Bins before this one are zero in every waveform. */
    int firstBin() {
        return firstBin;
    }

    /** f^(-5/3) by bin, and some more numbers. Read-only by agreement. */
    double[] leadingPowers() {
        return leadingPowers;
    }

    /** 1 / f likewise. */
    double[] nextPowers() {
        return nextPowers;
    }

    @Override
    public String key() {
        return "phase_heterodyning";
    }

    @Override
    public Map.Entry<String, String> fingerprint() {
        double[] numbers = Arrays.copyOf(leadingPowers, bins + 1);
        numbers[bins] = order;
        return Map.entry(Compression.HETERODYNE, Fingerprint.of(numbers));
    }

    @Override
    public Optional<String> obstacle(List<String> parameters) {
        List<String> needed = order == NEXT ? List.of(CHIRP_MASS, MASS_RATIO) : List.of(CHIRP_MASS);
        return parameters.containsAll(needed) ? Optional.empty() : Optional.of("of order " + order
            + " takes each waveform's own " + String.join(" and ", needed)
            + ", as dingo-gw does, but the parameters of a row are " + String.join(", ", parameters));
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
     * @param massRatio m2 / m1 or its inverse; does not matter at order {@link #LEADING}
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
        double[] phases = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            phases[bin] = 2 * Math.PI * (chirp.leading * leadingPowers[bin] + chirp.next * nextPowers[bin]);
        }
        return phases;
    }

    /** The chirp of a row that has both parameters, or the one that is needed. */
    private Chirp chirp(NamedParameters row) {
        return chirp(row.value(CHIRP_MASS), order == NEXT ? row.value(MASS_RATIO) : 1);
    }

    @Override
    public double[] apply(double[] series, NamedParameters row) {
        apply(series, chirp(row));
        return series;
    }

    @Override
    public double[] inverse(double[] stored, NamedParameters row) {
        inverse(stored, chirp(row));
        return stored;
    }

    /** Heterodynes a polarization, 2 x bins, real and imaginary parts in turns. */
    public void apply(double[] series, Chirp chirp) {
        if (series.length != 2 * bins) {
            throw new IllegalArgumentException("a polarization has " + series.length / 2 + " bins, not " + bins);
        }
        new DoubleTurner(this, loops).turn(chirp, List.of(MemorySegment.ofArray(series)), 0, 0, bins);
    }

    /** The inverse: gives a heterodyned polarization, 2 x bins, its phase back. */
    public void inverse(double[] series, Chirp chirp) {
        apply(series, chirp.inverse());
    }
}
