package org.chirpmill.cli.hostile;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.chirpmill.cli.hostile.ElementType.Field;
import org.chirpmill.cli.hostile.Hdf5Author.Shape;
import org.chirpmill.cli.hostile.Hdf5Author.Storage;

/**
 * A file in order with something else in it than is expected: another rank, extent, type, storage or link in the place
 * of one of its members or attributes.
 *
 * @param members paths of datasets and groups
 * @param attributes as owner and name
 * @param neighbour an HDF5 file in the same folder
 * @param secret another file in the same folder
 */
record RandomLie(List<String> members, List<String[]> attributes, String neighbour, String secret) {
    private static final long[] EXTENTS = {0, 1, 2, 3, 5, 6, 11, 12, 13, 32, 33, 34, 1000, 100_000, Integer.MAX_VALUE,
        1L << 31, 1_000_000_000_000L, 1L << 40, 1L << 60, (1L << 62) + 1};
    private static final String[] TEXTS = {"", "0", "-1", "x", "\u001b[2J", "a\nchirpmill: b", "1e400", "0:12", "5:17",
        "12:0", "0:9223372036854775807", "fast(1e-6)", "fast(nan)", "exact", "vector", "nobody", "{'a': 1}", "[",
        "None", "{'compression': {'whitening': '/etc/passwd'}}", "waveform_dataset", "svd_basis", "20", "NaN",
        "IMRPhenomXPHM", "UniformFrequencyDomain f_min=0 f_max=1e300 delta_f=1e-300", "\uD83D\uDE00"};

    /** Tells one lie or two and says which. */
    String tell(Hdf5Author file, Random random) throws IOException {
        String story = once(file, random);
        return random.nextInt(3) == 0 ? story + ", " + once(file, random) : story;
    }

    private String once(Hdf5Author file, Random random) throws IOException {
        if (random.nextInt(4) == 0 && !attributes.isEmpty()) {
            String[] attribute = attributes.get(random.nextInt(attributes.size()));
            try {
                return attribute(file, attribute[0], attribute[1], random);
            } catch (IOException nowhere) {
                return "nothing, since " + nowhere.getMessage();
            }
        }
        String path = members.get(random.nextInt(members.size()));
        try {
            return member(file, path, random);
        } catch (IOException impossible) {
            // Such as an extent that the library refuses.
            return path + " lost, since " + impossible.getMessage();
        }
    }

    private String member(Hdf5Author file, String path, Random random) throws IOException {
        switch (random.nextInt(14)) {
            case 0 -> {
                file.remove(path);
                return path + " removed";
            }
            case 1 -> {
                file.remove(path).group(path);
                return path + " a group";
            }
            case 2 -> {
                String target = random.nextBoolean() ? "/" + pick(members, random) : "/nowhere";
                file.remove(path).softLink(path, target);
                return path + " a link to " + target;
            }
            case 3 -> {
                String target = random.nextBoolean() ? "/" : "/" + pick(members, random);
                file.remove(path).hardLink(path, target);
                return path + " a hard link to " + target;
            }
            case 4 -> {
                String other = pick(List.of(neighbour, secret, "none.hdf5", "/dev/zero"), random);
                file.remove(path).externalLink(path, other, "/" + path);
                return path + " a link into " + other;
            }
            case 5 -> {
                file.texts(path, Shape.SCALAR, List.of(pick(List.of(TEXTS), random)));
                return path + " a text";
            }
            default -> {
                return dataset(file, path, random);
            }
        }
    }

    private String dataset(Hdf5Author file, String path, Random random) throws IOException {
        ElementType type = type(random, 0);
        Shape shape = shape(random);
        long count = count(shape);
        Storage storage = Storage.CONTIGUOUS;
        String how = "";
        if (count > 100_000 || random.nextInt(4) == 0 && count > 0 && shape.extent().length > 0) {
            long[] chunk = new long[shape.extent().length];
            for (int k = 0; k < chunk.length; k++) {
                chunk[k] = Math.min(shape.extent()[k], 1 + random.nextInt(chunk.length > 8 ? 1 : 40));
            }
            storage = random.nextBoolean() ? Storage.chunks(chunk) : Storage.compressedChunks(chunk);
            how = " in chunks";
        } else if (count > 0 && random.nextInt(5) == 0) {
            boolean isVirtual = random.nextBoolean();
            storage = isVirtual ? Storage.virtual(pick(List.of(neighbour, ".", "none.hdf5"), random), "/" + path)
                : Storage.external(secret, count * type.bytes());
            how = isVirtual ? ", virtual" : ", elsewhere";
        }
        if (storage == Storage.CONTIGUOUS && count > 0 && count * type.bytes() < 1 << 20
                && !type.name().contains("texts") && !type.name().contains("lists") && random.nextBoolean()) {
            byte[] content = new byte[(int) (count * type.bytes())];
            random.nextBytes(content);
            file.dataset(path, type, shape, content);
            how = ", filled";
        } else {
            file.dataset(path, type, shape, storage);
        }
        return path + " of " + words(shape) + " " + type.name() + how;
    }

    private String attribute(Hdf5Author file, String owner, String name, Random random) throws IOException {
        String what = "attribute " + name + " of " + owner;
        switch (random.nextInt(6)) {
            case 0 -> {
                file.removeAttribute(owner, name);
                return what + " removed";
            }
            case 1, 2 -> {
                String text = pick(List.of(TEXTS), random);
                file.text(owner, name, text);
                return what + " set to '" + text + "'";
            }
            case 3 -> {
                int count = new int[] {0, 1, 3, 200}[random.nextInt(4)];
                file.textAttribute(owner, name, Shape.of(count), Collections.nCopies(count, "a text"));
                return what + " of " + count + " texts";
            }
            default -> {
                ElementType type = type(random, 0);
                Shape shape = random.nextInt(3) == 0 ? Shape.NONE
                    : random.nextBoolean() ? Shape.SCALAR : Shape.of(random.nextInt(300));
                if (type.name().contains("texts of any") || type.name().contains("lists") || type.bytes() > 1000) {
                    type = ElementType.F8;
                }
                byte[] content = new byte[(int) (count(shape) * type.bytes())];
                random.nextBytes(content);
                file.attribute(owner, name, type, shape, type.name().contains("texts") ? new byte[content.length]
                    : content);
                return what + " of " + words(shape) + " " + type.name();
            }
        }
    }

    private static String words(Shape shape) {
        return shape.extent() == null ? "no" : Arrays.toString(shape.extent());
    }

    private static Shape shape(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> Shape.NONE;
            case 1 -> Shape.SCALAR;
            case 2 -> new Shape(extents(random, 32, 2));
            default -> new Shape(extents(random, 1 + random.nextInt(3), EXTENTS.length));
        };
    }

    private static long[] extents(Random random, int rank, int largest) {
        return random.longs(rank, 0, largest).map(k -> EXTENTS[(int) k]).toArray();
    }

    private static long count(Shape shape) {
        if (shape.extent() == null) {
            return 0;
        }
        double count = 1;
        for (long extent : shape.extent()) {
            count *= extent;
        }
        return (long) count;
    }

    private static ElementType type(Random random, int depth) {
        List<ElementType> simple = List.of(ElementType.F8, ElementType.F4, ElementType.BIG_ENDIAN_F8,
            ElementType.BIG_ENDIAN_F4, ElementType.I8, ElementType.I4, ElementType.I1, ElementType.BIG_ENDIAN_U8,
            ElementType.BITS, ElementType.REFERENCE, ElementType.TEXT, ElementType.C8, ElementType.C16,
            ElementType.C8, ElementType.C16, ElementType.EMPTY_ENUM, ElementType.text(1), ElementType.text(100),
            ElementType.opaque(7));
        ElementType type = pick(simple, random);
        return depth > 2 ? type : switch (random.nextInt(12)) {
            case 0 -> ElementType.list(type(random, depth + 1));
            case 1 -> ElementType.array(type(random, depth + 1), 1 + random.nextInt(9));
            case 2 -> ElementType.complex(type(random, depth + 1));
            case 3 -> ElementType.record(List.of(new Field("a", type(random, depth + 1)),
                new Field("", type(random, depth + 1)), new Field("\u001b[2J", type(random, depth + 1))));
            default -> type;
        };
    }

    private static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
