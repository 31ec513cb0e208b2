package org.chirpmill.settings;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/** Reads and checks the {@code compression} entry of the top level. */
final class CompressionReader {
    /** What dingo-gw takes where the order is not given. */
    private static final int DINGOS_ORDER = 0;

    private CompressionReader() {}

    static Optional<CompressionSettings> compression(Section top) {
        if (!top.isSet("compression")) {
            return Optional.empty();
        }
        return top.part("compression", "a mapping with svd, whitening, phase_heterodyning or some of them, or None",
            CompressionReader::parts)
            .filter(asked -> asked.svd().isPresent() || asked.whitening().isPresent()
                || asked.heterodyning().isPresent());
    }

    private static CompressionSettings parts(Section section) {
        Optional<CompressionSettings.Svd> svd = section.isSet("svd")
            ? section.part("svd", "a mapping with size and num_training_samples, or with file", CompressionReader::svd)
            : Optional.empty();
        Optional<String> whitening = optionalText(section, "whitening",
            "the name of an amplitude spectral density file, such as aLIGO_ZERO_DET_high_P_asd.txt");
        OptionalInt heterodyning = section.isSet("phase_heterodyning")
            ? section.part("phase_heterodyning", "a mapping with order", CompressionReader::order)
                .map(OptionalInt::of).orElse(OptionalInt.empty())
            : OptionalInt.empty();
        section.refuseOthers(KnownKeys.COMPRESSION);
        return new CompressionSettings(svd, whitening, heterodyning);
    }

    private static int order(Section section) {
        long order = section.isSet("order")
            ? section.whole("order", "0, the phase of the chirp mass, or 2, that of chirp mass and mass ratio",
                n -> n == 0 || n == 2)
            : DINGOS_ORDER;
        section.refuseOthers(KnownKeys.HETERODYNING);
        return (int) order;
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
        Optional<Sampling> sampling = sampling(section);
        section.refuseOthers(KnownKeys.SVD);
        return new CompressionSettings.Svd(size, training, validation.orElse(0), file, sampling);
    }

    private static Optional<Sampling> sampling(Section section) {
        if (Sampling.isOff(section.entries().get("sampling"))) {
            return Optional.of(Sampling.OFF);
        }
        OptionalDouble tolerance = section.optionalNumber("sampling", Sampling.FORMS, Sampling::isTolerance);
        return tolerance.isPresent() ? Optional.of(new Sampling(tolerance)) : Optional.empty();
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
