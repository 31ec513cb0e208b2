package org.chirpmill.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.RowRange;

/**
 * The journal's first record: what the run was begun for and how its file is laid out.
 *
 * @param header what the run was begun with
 * @param overwrite whether the finished file may replace one that exists
 * @param skeleton the file's layout
 */
record JournalOpening(DatasetHeader header, boolean overwrite, Skeleton skeleton) {
    byte[] encode() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        writeHeader(out, header);
        out.writeBoolean(overwrite);
        for (Skeleton.Extent extent : List.of(skeleton.parameters(), skeleton.plus(), skeleton.cross())) {
            out.writeLong(extent.offset());
            out.writeLong(extent.bytes());
        }
        out.writeLong(skeleton.fileBytes());
        out.writeInt(skeleton.metadata().size());
        for (Skeleton.Patch patch : skeleton.metadata()) {
            out.writeLong(patch.offset());
            writeBytes(out, patch.bytes());
        }
        return bytes.toByteArray();
    }

    static JournalOpening decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        DatasetHeader header = readHeader(in);
        boolean overwrite = in.readBoolean();
        Skeleton.Extent parameters = readExtent(in);
        Skeleton.Extent plus = readExtent(in);
        Skeleton.Extent cross = readExtent(in);
        long fileBytes = in.readLong();
        List<Skeleton.Patch> metadata = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            metadata.add(new Skeleton.Patch(in.readLong(), readBytes(in)));
        }
        return new JournalOpening(header, overwrite, new Skeleton(parameters, plus, cross, fileBytes, metadata));
    }

    private static void writeHeader(DataOutputStream out, DatasetHeader header) throws IOException {
        out.writeInt(header.columns().size());
        for (String column : header.columns()) {
            writeText(out, column);
        }
        out.writeInt(header.bins());
        writeText(out, header.precision().name());
        writeText(out, header.settings());
        writeText(out, header.version());
        writeTexts(out, header.origin().attributes());
        writeTexts(out, header.provenance());
    }

    private static DatasetHeader readHeader(DataInputStream in) throws IOException {
        List<String> columns = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            columns.add(readText(in));
        }
        return new DatasetHeader(columns, in.readInt(), Precision.valueOf(readText(in)), readText(in), readText(in),
            readOrigin(in), readTexts(in));
    }

    private static Origin readOrigin(DataInputStream in) throws IOException {
        Map<String, String> attributes = readTexts(in);
        return Origin.of(attributes, RowRange.of(attributes.get(Origin.ROWS)).count()).orElseThrow();
    }

    private static Skeleton.Extent readExtent(DataInputStream in) throws IOException {
        return new Skeleton.Extent(in.readLong(), in.readLong());
    }

    private static void writeTexts(DataOutputStream out, Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            writeText(out, entry.getKey());
            writeText(out, entry.getValue());
        }
    }

    private static Map<String, String> readTexts(DataInputStream in) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String key = readText(in);
            texts.put(key, readText(in));
        }
        return texts;
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text.getBytes(UTF_8));
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), UTF_8);
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
