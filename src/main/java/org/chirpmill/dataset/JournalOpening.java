package org.chirpmill.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
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

    /** Believes nothing that contradicts itself; whether it is of the run that is asked for is another question. */
    static JournalOpening decode(byte[] bytes) throws DamagedRecordException {
        RecordReader in = new RecordReader(bytes);
        DatasetHeader header = readHeader(in);
        boolean overwrite = in.truth();
        Skeleton.Extent parameters = readExtent(in);
        Skeleton.Extent plus = readExtent(in);
        Skeleton.Extent cross = readExtent(in);
        long fileBytes = in.number();
        List<Skeleton.Patch> metadata = new ArrayList<>();
        for (int left = in.count(Long.BYTES + Integer.BYTES); left > 0; left--) {
            metadata.add(new Skeleton.Patch(in.number(), in.bytes()));
        }
        in.requireEnd();
        Skeleton skeleton = new Skeleton(parameters, plus, cross, fileBytes, metadata);
        if (!skeleton.isWholeFor(header)) {
            throw new DamagedRecordException("the pieces of the file that it lists do not make up the file");
        }
        return new JournalOpening(header, overwrite, skeleton);
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

    private static DatasetHeader readHeader(RecordReader in) throws DamagedRecordException {
        List<String> columns = new ArrayList<>();
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            columns.add(in.text());
        }
        int bins = in.integer();
        String precision = in.text();
        String settings = in.text();
        String version = in.text();
        Map<String, String> origin = readTexts(in);
        Map<String, String> provenance = readTexts(in);
        if (!origin.containsKey(Origin.SEED) || !origin.containsKey(Origin.ROWS)
                || !Collections.disjoint(origin.keySet(), provenance.keySet())) {
            throw new DamagedRecordException("it does not say where the rows come from");
        }
        try {
            return new DatasetHeader(columns, bins, Precision.valueOf(precision), settings, version,
                Origin.of(origin, RowRange.of(origin.get(Origin.ROWS)).count()).orElseThrow(), provenance);
        } catch (IllegalArgumentException meaningless) {
            throw new DamagedRecordException("what it says of the dataset means nothing");
        }
    }

    private static Skeleton.Extent readExtent(RecordReader in) throws DamagedRecordException {
        return new Skeleton.Extent(in.number(), in.number());
    }

    private static void writeTexts(DataOutputStream out, Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            writeText(out, entry.getKey());
            writeText(out, entry.getValue());
        }
    }

    private static Map<String, String> readTexts(RecordReader in) throws DamagedRecordException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int left = in.count(2 * Integer.BYTES); left > 0; left--) {
            String key = in.text();
            texts.put(key, in.text());
        }
        return texts;
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text.getBytes(UTF_8));
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
