package org.chirpmill.compression;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.domain.UniformFrequencyDomain;
import org.chirpmill.rows.NamedParameters;
import org.chirpmill.settings.SettingsException;

/**
 * Division of waveforms by a detector's amplitude spectral density, with dingo-gw's values of it: linear between the
 * lines of its file, infinite outside of them, and {@value #BELOW_MINIMUM_FREQUENCY} below f_min.
 */
public final class Whitening implements CompressionStep {
    /** What dingo-gw's {@code WhitenFixedASD} takes below f_min, where waveforms are zero anyway; 1/sqrt(Hz). */
    static final double BELOW_MINIMUM_FREQUENCY = 1e-22;

    /** Detectors built or planned stay above 1e-26, and squares of their densities below 1e-38; 1/sqrt(Hz). */
    private static final double LOWEST_OF_DETECTORS = 1e-30;

    private final double[] asd;
    private final Optional<String> gap;
    private final Optional<String> doubt;

    private Whitening(double[] asd, Optional<String> gap, Optional<String> doubt) {
        this.asd = asd;
        this.gap = gap;
        this.doubt = doubt;
    }

    /**
     * The values of a file on a domain's bins, whether or not it covers them: see {@link #gap}.
     *
     * @param asdFile lines of a frequency in Hz and the density in 1/sqrt(Hz)
     * @throws SettingsException where the file cannot be read
     */
    public static Whitening of(Path asdFile, FrequencyDomain domain) {
        NoiseCurve curve = NoiseCurve.read(asdFile);
        // The last bin, k delta_f, may lie a rounding above f_max.
        double highest = domain.highestFrequency();
        double[] asd = Arrays.stream(domain.grid(OptionalDouble.empty()).frequencies())
            .map(f -> curve.density(Math.min(f, highest))).toArray();
        if (domain instanceof UniformFrequencyDomain uniform) {
            int minimumBin = (int) Math.rint(uniform.minimumFrequency() / uniform.deltaF());
            Arrays.fill(asd, 0, minimumBin, BELOW_MINIMUM_FREQUENCY);
        }
        for (double density : asd) {
            if (Double.isNaN(density)) {
                throw new SettingsException(asdFile + " has a density that is infinite or too steep to interpolate.");
            }
        }
        return new Whitening(asd, gap(curve, domain), doubt(curve));
    }

    private static Optional<String> doubt(NoiseCurve curve) {
        double highest = Arrays.stream(curve.densities()).max().orElseThrow();
        return highest < LOWEST_OF_DETECTORS
            ? Optional.of("has densities of " + highest + " 1/sqrt(Hz) at most, which look like those of power: the "
                + "amplitude's are their square roots")
            : Optional.empty();
    }

    private static Optional<String> gap(NoiseCurve curve, FrequencyDomain domain) {
        FrequencyGrid grid = domain.grid();
        // The bin at 0 Hz is zero in any case, and f_min may lie beside the bin that it means.
        double lowest = domain instanceof UniformFrequencyDomain
            ? grid.frequencies()[grid.firstBin()] : domain.lowestFrequency();
        return curve.minimumFrequency() <= lowest && curve.maximumFrequency() >= domain.highestFrequency()
            ? Optional.empty()
            : Optional.of("it covers " + curve.minimumFrequency() + " to " + curve.maximumFrequency()
                + " Hz, not the band's " + domain.lowestFrequency() + " to " + domain.highestFrequency() + " Hz");
    }

    /**
     * Finds an amplitude spectral density by its name: as a path, in the settings' folder, in {@code asd} beside the
     * settings, in the folders of the environment variable CHIRPMILL_ASD_PATH, and among those that come with
     * Chirpmill.
     *
     * @throws SettingsException that says where was looked
     */
    public static Path resolve(String name, Path settingsFolder) {
        return NoiseCurveSearch.ofThisMachine(settingsFolder).find(name);
    }

    /**
     * Of the band the part that the file does not cover, where waveforms become zero, as a clause; empty where there
     * is none.
     */
    public Optional<String> gap() {
        return gap;
    }

    /** What can hardly be meant by the file's densities, a clause; empty where they may be a detector's. */
    public Optional<String> doubt() {
        return doubt;
    }

    /** The density in each bin, 1/sqrt(Hz). Read-only by agreement. */
    public double[] asd() {
        return asd;
    }

    @Override
    public String key() {
        return "whitening";
    }

    @Override
    public Map.Entry<String, String> fingerprint() {
        return Map.entry(Compression.WHITENING, Fingerprint.of(asd));
    }

    @Override
    public double[] apply(double[] series, NamedParameters row) {
        whiten(series);
        return series;
    }

    @Override
    public double[] inverse(double[] stored, NamedParameters row) {
        inverse(stored);
        return stored;
    }

    @Override
    public int bins() {
        return asd.length;
    }

    /** Divides a polarization, 2 x bins, real and imaginary parts in turns, by the density. */
    public void whiten(double[] series) {
        requireBins(series);
        for (int part = 0; part < series.length; part++) {
            series[part] /= asd[part >> 1];
        }
    }

    /** The inverse: multiplies a whitened polarization, 2 x bins, by the density; of nothing, nothing comes back. */
    public void inverse(double[] series) {
        requireBins(series);
        for (int part = 0; part < series.length; part++) {
            series[part] = series[part] == 0 ? series[part] : series[part] * asd[part >> 1];
        }
    }

    private void requireBins(double[] series) {
        if (series.length != 2 * asd.length) {
            throw new IllegalArgumentException("a polarization has " + series.length / 2 + " bins, not " + asd.length);
        }
    }
}
