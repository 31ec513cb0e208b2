package org.chirpmill.cli.words;

import java.util.Locale;
import org.chirpmill.compression.SamplingErrors;
import org.chirpmill.numbers.Quantiles;

/** How good the coefficients of a few bins are, in one sentence. */
final class SamplingSummary {
    private SamplingSummary() {}

    static String line(SamplingErrors errors) {
        Quantiles spread = Quantiles.of(errors.besideLoss());
        return String.format(Locale.ROOT, "%,d bins tell the coefficients of %,d other waveforms with an error of "
            + "%.2g in the median, %.2g at 99 %%, %.2g at most of what the basis loses; %,d %s would be made of all "
            + "bins%s.", errors.bins(), errors.waveforms(), spread.median(), spread.p99(), spread.maximum(),
            errors.whole(), errors.whole() == 1 ? "waveform" : "waveforms",
            errors.areWorthwhile() ? "" : ", and so are all rows");
    }
}
