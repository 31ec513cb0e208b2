package org.chirpmill.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chirpmill.compression.CompressionSources;
import org.chirpmill.compression.Whitening;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.prior.PriorDoubt;
import org.chirpmill.prior.PriorSet;
import org.chirpmill.settings.CompressionSettings;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsException;

/** What settings say that can be made but can hardly be meant, a sentence each with file and line. */
final class Doubts {
    private static final String REFERENCE = "waveform_generator.f_ref";

    private Doubts() {}

    static List<String> of(DatasetSettings settings, PriorSet prior, List<String> ignoredColumns) {
        List<String> doubts = new ArrayList<>();
        for (PriorDoubt doubt : PriorDoubt.of(prior, ignoredColumns)) {
            String path = doubt.key().isEmpty() ? settings.priorKey() : settings.priorPath(doubt.key());
            doubts.add(sentence(settings, path, doubt.clause()));
        }
        double highest = FrequencyDomain.of(settings.domain()).highestFrequency();
        double reference = settings.waveformGenerator().referenceFrequency();
        if (reference > highest) {
            doubts.add(sentence(settings, REFERENCE, "is " + reference + " Hz, above f_max of the domain, " + highest
                + " Hz: spins and phases are given where the band has ended"));
        }
        return List.copyOf(doubts);
    }

    /** Of the noise curve that settings name. Where it is not found, nothing is known. */
    static List<String> ofWhitening(DatasetSettings settings, Path folder) {
        try {
            return CompressionSources.whitening(settings, folder).map(found -> of(settings, found)).orElse(List.of());
        } catch (SettingsException missing) {
            return List.of();
        }
    }

    /** Of a noise curve; only settings of a dataset may name one with a gap, of which dingo-gw has it make zeros. */
    static List<String> of(DatasetSettings settings, Whitening whitening) {
        return Stream.concat(whitening.gap().map(gap -> "leaves nothing of a part of the band: " + gap).stream(),
            whitening.doubt().stream())
            .map(clause -> sentence(settings, CompressionSettings.WHITENING, clause)).toList();
    }

    private static String sentence(DatasetSettings settings, String path, String clause) {
        return path + " " + clause + " (" + settings.tree().place(path) + ").";
    }
}
