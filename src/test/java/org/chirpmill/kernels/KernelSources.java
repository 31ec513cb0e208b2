package org.chirpmill.kernels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that device code is made of, and the digest of them that its PTX carries: what {@code kernels/README.md}
 * says and {@code kernels/build-ptx} computes.
 *
 * @param folder where they lie
 */
public record KernelSources(Path folder) {
    private static final Pattern INCLUDE =
        Pattern.compile("^\\s*#\\s*include\\s*\"([^\"]*)\"", Pattern.MULTILINE);

    /** The names of all kernels: files {@code NAME.cu}. */
    public List<String> kernels() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".cu"))
                .map(name -> name.replace(".cu", "")).sorted().toList();
        }
    }

    /** {@code NAME.cu} and all that it includes, and what that includes, in name order. */
    public SortedSet<String> of(String kernel) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(kernel + ".cu"));
        while (!left.isEmpty()) {
            String name = left.pop();
            if (found.add(name)) {
                Matcher include = INCLUDE.matcher(text(name));
                while (include.find()) {
                    left.push(include.group(1));
                }
            }
        }
        return found;
    }

    /** The SHA-256, in hexadecimal, of a kernel's files without their comments and without blanks that mean nothing. */
    public String digest(String kernel) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has it", e);
        }
        for (String name : of(kernel)) {
            for (String line : text(name).split("\n")) {
                String code = line.replaceFirst("//.*", "").replaceAll("[ \t\r\f\u000b]+", " ").strip();
                if (!code.isEmpty()) {
                    digest.update((code + "\n").getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** One character a byte. */
    String text(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
    }
}
