package org.chirpmill.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chirpmill.rows.Rejection;

/** A dataset's file as jhdf, an independent reader, sees it. */
public final class StoredBytes {
    private StoredBytes() {}

    /** The raw bytes of every HDF5 dataset in the file, by path; of a text that lies elsewhere, the text's. */
    public static Map<String, byte[]> of(Path path) {
        try (HdfFile file = new HdfFile(path)) {
            Map<String, byte[]> bytes = new LinkedHashMap<>();
            collect(file, bytes);
            return bytes;
        }
    }

    private static void collect(Group group, Map<String, byte[]> bytes) {
        for (Node node : group.getChildren().values()) {
            switch (node) {
                case Group child -> collect(child, bytes);
                case ContiguousDataset dataset -> bytes.put(node.getPath(), bytes(dataset));
                default -> throw new AssertionError(node.getPath() + " is a " + node.getClass());
            }
        }
    }

    private static byte[] bytes(ContiguousDataset dataset) {
        if (dataset.getSize() == 0) {
            return new byte[0];
        }
        if (dataset.isVariableLength()) {
            return dataset.getData().toString().getBytes(UTF_8);
        }
        ByteBuffer buffer = dataset.getBuffer();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Fails, naming the dataset and the byte, unless both files hold the same bytes in every HDF5 dataset. */
    public static void assertSame(Path expected, Path actual, String what) {
        assertSame(of(expected), of(actual), what);
    }

    /** The same for bytes that were read before. */
    public static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual, String what) {
        assertEquals(expected.keySet(), actual.keySet(), what);
        expected.forEach((path, bytes) -> assertArrayEquals(bytes, actual.get(path), what + ", " + path));
    }

    /** The rejected draws that a dataset lists. */
    public static List<Rejection> rejections(Path path) {
        try (HdfFile file = new HdfFile(path)) {
            Dataset rejected = file.getDatasetByPath("chirpmill/rejected");
            List<Rejection> rejections = new ArrayList<>();
            if (rejected.getSize() > 0) {
                Map<?, ?> fields = (Map<?, ?>) rejected.getData();
                long[] rows = (long[]) fields.get("row");
                for (int k = 0; k < rows.length; k++) {
                    rejections.add(new Rejection(rows[k], ((int[]) fields.get("attempt"))[k],
                        ((String[]) fields.get("reason"))[k]));
                }
            }
            return rejections;
        }
    }
}
