package org.chirpmill.cli.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.chirpmill.dataset.DatasetReader;

/**
 * An intact file of the bench and how files of its kind come to harm.
 *
 * @param file its name
 * @param kind says who reads it
 * @param harm does it
 */
record Specimen(String file, FileKind kind, Harm harm) {
    private static final List<String> SETS = List.of("plain.hdf5", "double.hdf5", "rows.hdf5", "whitened.hdf5",
        "projected.hdf5", "multibanded.hdf5", "dingo_layout.h5", "dingo_compressed.h5", "packed.h5",
        "newest_plain.h5", "newest_packed.h5", "newest_growing.h5");
    private static final List<String> BASES = List.of("basis.hdf5", "dingo_basis.h5");
    private static final List<String> REFERENCES = List.of("reference_samples.h5", "reference_uniform.h5");
    private static final List<String> SETTINGS =
        List.of("settings.yaml", "multibanded.yaml", "whitened.yaml", "projected.yaml", "trained.yaml");

    /** Damages a copy and says how. */
    interface Harm {
        String to(Path copy, Random random) throws IOException;
    }

    static List<Specimen> all() {
        List<Specimen> all = new ArrayList<>();
        SETS.forEach(file -> all.add(new Specimen(file, FileKind.DATASET, Specimen::dataset)));
        BASES.forEach(file -> all.add(new Specimen(file, FileKind.BASIS, Specimen::basis)));
        REFERENCES.forEach(file -> all.add(new Specimen(file, FileKind.REFERENCE, Specimen::reference)));
        SETTINGS.forEach(file -> all.add(new Specimen(file, FileKind.SETTINGS, Specimen::text)));
        all.add(new Specimen("settings.yaml", FileKind.SETTINGS, Specimen::prior));
        all.add(new Specimen("noise.txt", FileKind.NOISE, Specimen::text));
        all.add(new Specimen("scaling.json", FileKind.SCALING, Specimen::text));
        return all;
    }

    private static String bytes(Path copy, Random random) throws IOException {
        byte[] intact = Files.readAllBytes(copy);
        ByteDamage.Damaged damaged = ByteDamage.of(intact, random);
        boolean isMended = random.nextInt(5) > 0;
        if (isMended) {
            Seals.of(intact).mend(damaged.bytes());
        }
        Files.write(copy, damaged.bytes());
        return damaged.story() + (isMended ? ", checksums mended" : "");
    }

    private static String text(Path copy, Random random) throws IOException {
        if (random.nextInt(4) == 0) {
            return bytes(copy, random);
        }
        ByteDamage.Damaged damaged = TextDamage.of(Files.readString(copy), random);
        Files.write(copy, damaged.bytes());
        return damaged.story();
    }

    /** Only what stands in the prior. */
    private static String prior(Path copy, Random random) throws IOException {
        String text = Files.readString(copy);
        int from = text.indexOf("  mass_1:");
        int to = text.indexOf("waveform_parameters");
        ByteDamage.Damaged damaged = TextDamage.of(text.substring(from, to), random);
        Files.writeString(copy, text.substring(0, from) + new String(damaged.bytes(), UTF_8) + text.substring(to));
        return "in the prior " + damaged.story();
    }

    private static String dataset(Path copy, Random random) throws IOException {
        int way = random.nextInt(10);
        if (way < 6) {
            return bytes(copy, random);
        }
        return way == 6 ? storedSettings(copy, random) : lie(copy, random, setMembers(copy), setAttributes(copy));
    }

    private static String storedSettings(Path copy, Random random) throws IOException {
        String settings;
        try (DatasetReader reader = DatasetReader.open(copy)) {
            settings = reader.settings();
        }
        String damaged = "";
        String story = "";
        while (damaged.isEmpty() || damaged.indexOf('\0') >= 0) {
            ByteDamage.Damaged next = TextDamage.of(settings, random);
            damaged = new String(next.bytes(), UTF_8);
            story = next.story();
        }
        try (Hdf5Author author = Hdf5Author.edit(copy)) {
            author.text("/", "settings", damaged);
        }
        return "in the stored settings " + story;
    }

    private static List<String> setMembers(Path copy) throws IOException {
        List<String> members = new ArrayList<>(List.of("parameters", "polarizations", "polarizations/h_plus",
            "polarizations/h_cross", "version"));
        try (DatasetReader reader = DatasetReader.open(copy)) {
            if (reader.basis().isPresent()) {
                members.addAll(List.of("svd", "svd/V", "svd/s", "svd/mismatches"));
            }
            if (!reader.attributes().isEmpty()) {
                members.addAll(List.of("chirpmill", "chirpmill/rejected"));
            }
        }
        return members;
    }

    private static List<String[]> setAttributes(Path copy) throws IOException {
        List<String[]> attributes = new ArrayList<>();
        attributes.add(new String[] {"/", "settings"});
        attributes.add(new String[] {"/", "dataset_type"});
        try (DatasetReader reader = DatasetReader.open(copy)) {
            reader.attributes().keySet().forEach(name -> attributes.add(new String[] {"chirpmill", name}));
        }
        return attributes;
    }

    private static String basis(Path copy, Random random) throws IOException {
        return random.nextBoolean() ? bytes(copy, random)
            : lie(copy, random, List.of("V", "s", "mismatches"), List.<String[]>of(new String[] {"/", "dataset_type"}));
    }

    private static String reference(Path copy, Random random) throws IOException {
        if (random.nextBoolean()) {
            return bytes(copy, random);
        }
        boolean isUniform;
        try (Stream<String> lines = Stream.of(new String(Files.readAllBytes(copy), UTF_8))) {
            isUniform = lines.anyMatch(line -> line.contains("UniformFrequencyDomain"));
        }
        return isUniform
            ? lie(copy, random, List.of("IMRPhenomD", "IMRPhenomD/parameters", "IMRPhenomD/exact",
                "IMRPhenomD/exact/h_plus", "IMRPhenomD/exact/h_cross"),
                List.of(new String[] {"/", "domain"}, new String[] {"/", "f_ref"}))
            : lie(copy, random, List.of("frequencies", "production", "edge", "edge/parameters", "edge/h_plus",
                "edge/h_cross", "edge/lal_noise_peak"),
                List.of(new String[] {"/", "approximant"}, new String[] {"/", "f_ref"}));
    }

    private static String lie(Path copy, Random random, List<String> members, List<String[]> attributes)
            throws IOException {
        try (Hdf5Author author = Hdf5Author.edit(copy)) {
            return new RandomLie(members, attributes, "projected.hdf5", "settings.yaml").tell(author, random);
        }
    }

    @Override
    public String toString() {
        return file + " (" + kind + ")";
    }
}
