package org.chirpmill.settings;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;

/** Reads and checks the {@code compression} entry of the top level. */
final class CompressionReader {
    private static final Set<String> KEYS = Set.of("svd", "whitening");
    private static final Set<String> SVD_KEYS =
        Set.of("size", "num_training_samples", "num_validation_samples", "file");

    private CompressionReader() {}

    static Optional<CompressionSettings> compression(Section top) {
        if (!top.isSet("compression")) {
            return Optional.empty();
        }
        Section section = top.section("compression", "a mapping with svd, whitening or both, or None");
        Optional<CompressionSettings.Svd> svd = section.isSet("svd")
            ? Optional.of(svd(section.section("svd", "a mapping with size and num_training_samples, or with file")))
            : Optional.empty();
        Optional<String> whitening = optionalText(section, "whitening",
            "the name of an amplitude spectral density file, such as aLIGO_ZERO_DET_high_P_asd.txt");
        // A compression that is ignored would leave settings which promise what the data are not.
        section.refuseOthers(KEYS, "one of svd and whitening");
        return svd.isEmpty() && whitening.isEmpty() ? Optional.empty()
            : Optional.of(new CompressionSettings(svd, whitening));
    }

    private static CompressionSettings.Svd svd(Section section) {
        Optional<String> file = optionalText(section, "file", "the name of a file that holds an SVD basis");
        OptionalLong size = count(section, "size", file.isPresent(),
            "a whole number of singular vectors, 0 for all of them", n -> n >= 0);
        OptionalLong training = count(section, "num_training_samples", file.isPresent(),
            "a whole number of waveforms, 1 or more", n -> n >= 1);
        OptionalLong validation = count(section, "num_validation_samples", true,
            "a whole number of waveforms from 0 to " + CompressionSettings.MOST_VALIDATION_SAMPLES,
            n -> n >= 0 && n <= CompressionSettings.MOST_VALIDATION_SAMPLES);
        section.warnOfOthers(SVD_KEYS);
        return new CompressionSettings.Svd(size, training, validation.orElse(0), file);
    }

    private static OptionalLong count(Section section, String key, boolean optional, String allowed,
        LongPredicate isAllowed) {
        return optional && !section.isSet(key) ? OptionalLong.empty()
            : OptionalLong.of(section.whole(key, allowed, isAllowed));
    }

    private static Optional<String> optionalText(Section section, String key, String allowed) {
        return section.isSet(key) ? Optional.of(section.text(key, allowed)) : Optional.empty();
    }
}
