package org.chirpmill.run;

import java.util.ArrayList;
import java.util.List;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.prior.PriorDoubt;
import org.chirpmill.prior.PriorSet;
import org.chirpmill.settings.DatasetSettings;

/** What settings say that can be made but can hardly be meant, a sentence each with file and line. */
final class Doubts {
    private static final String REFERENCE = "waveform_generator.f_ref";

    private Doubts() {}

    static List<String> of(DatasetSettings settings, PriorSet prior, List<String> ignoredColumns) {
        List<String> doubts = new ArrayList<>();
        for (PriorDoubt doubt : PriorDoubt.of(prior, ignoredColumns)) {
            String path = settings.priorKey() + (doubt.key().isEmpty() ? "" : "." + doubt.key());
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

    private static String sentence(DatasetSettings settings, String path, String clause) {
        return path + " " + clause + " (" + settings.tree().place(path) + ").";
    }
}
