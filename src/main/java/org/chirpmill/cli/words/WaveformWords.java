package org.chirpmill.cli.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.figure.Polarization;
import org.chirpmill.run.DescribedWaveform;
import org.chirpmill.run.StoredRow;
import org.chirpmill.source.SourceParameters;

/** What stands in the picture of a waveform. */
public final class WaveformWords {
    private static final String PLUS = "h+";
    private static final String CROSS = "h\u00d7";

    private WaveformWords() {}

    /** What is shown, for the top of the picture. */
    public static String title(DescribedWaveform waveform) {
        String approximant = waveform.settings().waveformGenerator().approximant();
        if (waveform.stored().isPresent()) {
            StoredRow row = waveform.stored().get();
            return String.format(Locale.ROOT, "%s, row %,d of %s", approximant, row.row(), row.file().getFileName());
        }
        SourceParameters source = waveform.source();
        return String.format(Locale.ROOT, "%s, %s + %s solar masses", approximant,
            solar(Math.max(source.massOneSolar(), source.massTwoSolar())),
            solar(Math.min(source.massOneSolar(), source.massTwoSolar())));
    }

    private static String solar(double mass) {
        return new BigDecimal(mass).round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }

    /**
     * Both polarizations by their names.
     *
     * @param series of the waveform, on one of its grids
     * @throws DatasetException where there is nothing to draw
     */
    public static List<Polarization> polarizations(DescribedWaveform waveform, DescribedWaveform.Series series)
            throws DatasetException {
        List<Polarization> waves = List.of(
            new Polarization(PLUS, series.frequencies(), series.polarizations().plus()),
            new Polarization(CROSS, series.frequencies(), series.polarizations().cross()));
        if (waves.stream().allMatch(Polarization::isZero)) {
            throw new DatasetException("There is nothing to see: the waveform is zero at every frequency"
                + " (" + waveform.stored().map(StoredRow::place)
                    .orElseGet(() -> waveform.settings().tree().place("waveform_parameters")) + ").");
        }
        return waves;
    }
}
