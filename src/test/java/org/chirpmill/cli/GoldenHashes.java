package org.chirpmill.cli;

import io.jhdf.HdfFile;
import io.jhdf.api.dataset.ContiguousDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * SHA-256 of a dataset's rows as they lie in its file, little-endian and row by row. Metadata, some of which tell of
 * the run, take no part.
 *
 * @param parameters of {@code /parameters}
 * @param plus of {@code /polarizations/h_plus}
 * @param cross of {@code /polarizations/h_cross}
 */
record GoldenHashes(String parameters, String plus, String cross) {
    static final String PARAMETERS = "/parameters";
    static final String PLUS = "/polarizations/h_plus";
    static final String CROSS = "/polarizations/h_cross";

    /** Of the rows of a file, as jhdf, an independent reader, finds them. */
    static GoldenHashes of(Path dataset) {
        try (HdfFile file = new HdfFile(dataset)) {
            return new GoldenHashes(hash(file, PARAMETERS), hash(file, PLUS), hash(file, CROSS));
        }
    }

    private static String hash(HdfFile file, String path) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            // Contiguous: neither in chunks nor compressed.
            digest.update(((ContiguousDataset) file.getDatasetByPath(path)).getBuffer());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Where others differ from these, which were recorded, a line each; empty where they do not. */
    String differences(GoldenHashes made) {
        StringJoiner lines = new StringJoiner("\n");
        differ(PARAMETERS, parameters, made.parameters, lines);
        differ(PLUS, plus, made.plus, lines);
        differ(CROSS, cross, made.cross, lines);
        return lines.toString();
    }

    private static void differ(String path, String recorded, String made, StringJoiner lines) {
        if (!recorded.equals(made)) {
            lines.add("  " + path + " is " + made + ", recorded " + recorded);
        }
    }

    /** Reads lines of a set's name and its three hashes; {@code #} begins a comment. */
    static Map<String, GoldenHashes> read(Path file) throws IOException {
        Map<String, GoldenHashes> hashes = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                String[] words = line.split(" +");
                if (words.length != 4 || hashes.put(words[0], new GoldenHashes(words[1], words[2], words[3])) != null) {
                    throw new IOException(file + " has a line without a new name and three hashes: " + line);
                }
            }
        }
        return hashes;
    }

    /** Writes such lines below a comment. */
    static void write(Path file, String comment, Map<String, GoldenHashes> hashes) throws IOException {
        StringBuilder text = new StringBuilder("# " + comment + "\n");
        hashes.forEach((name, each) ->
            text.append("%-60s %s %s %s\n".formatted(name, each.parameters, each.plus, each.cross)));
        Files.writeString(file, text);
    }
}
