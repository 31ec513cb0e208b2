package org.chirpmill.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.BytePointer;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.hdf5.Hdf5Dataset;
import org.chirpmill.hdf5.Hdf5File;
import org.chirpmill.hdf5.Hdf5Group;
import org.chirpmill.hdf5.Hdf5Handle;
import org.chirpmill.hdf5.Hdf5Types;
import org.chirpmill.rows.Rejection;

/** The last things written into a dataset: everything that is not a big array. */
final class FinalMetadata {
    static final String SETTINGS = "settings";
    static final String DATASET_TYPE = "dataset_type";
    static final String WAVEFORM_DATASET = "waveform_dataset";
    static final String VERSION = "version";
    static final String OWN_GROUP = "chirpmill";
    static final String REJECTED = "rejected";
    static final String BASIS = "svd";
    private static final String REMARKS = "remarks";

    private static final int REJECTIONS_AT_ONCE = 4096;

    private FinalMetadata() {}

    /** Adds it to the part, which holds a skeleton. */
    static void write(DatasetPaths paths, DatasetHeader header, Map<String, String> closing, Journal journal)
            throws IOException {
        // By name, since the maps of some callers have another order in each process and equal runs make equal files.
        Map<String, String> attributes = new TreeMap<>(header.origin().attributes());
        attributes.putAll(header.provenance());
        attributes.putAll(closing);
        if (!journal.remarks().isEmpty()) {
            attributes.put(REMARKS, inOneLine(journal.remarks()));
        }
        try (Hdf5File hdf5 = Hdf5File.openOwn(paths.part());
                Hdf5Group own = hdf5.root().createGroup(OWN_GROUP)) {
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                own.putText(attribute.getKey(), attribute.getValue());
            }
            writeRejections(own, journal);
            if (header.origin().hasBasis()) {
                writeBasis(hdf5.root(), own, SvdBasis.read(paths.basis()));
            }
            Hdf5Dataset.createText(hdf5.root(), VERSION, header.version());
            hdf5.root().putText(SETTINGS, header.settings());
            hdf5.root().putText(DATASET_TYPE, WAVEFORM_DATASET);
        }
    }

    /** Each remark with its number of rows. */
    private static String inOneLine(Map<String, Long> remarks) {
        return remarks.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue() + (entry.getValue() == 1 ? " row" : " rows"))
            .collect(Collectors.joining("; "));
    }

    private static void writeBasis(Hdf5Group root, Hdf5Group own, SvdBasis basis) throws IOException {
        try (Hdf5Group group = root.createGroup(BASIS)) {
            basis.store(group, own);
        }
    }

    private static void writeRejections(Hdf5Group own, Journal journal) throws IOException {
        int reasonBytes = Math.max(1, journal.longestReasonBytes());
        try (Hdf5Handle type = Hdf5Types.rejection(reasonBytes);
                Hdf5Dataset dataset = Hdf5Dataset.create(own, REJECTED, type, journal.rejectionCount())) {
            List<Rejection> waiting = new ArrayList<>(REJECTIONS_AT_ONCE);
            long[] written = {0};
            journal.readRejections(rejection -> {
                waiting.add(rejection);
                if (waiting.size() == REJECTIONS_AT_ONCE) {
                    written[0] += write(dataset, type, reasonBytes, written[0], waiting);
                }
            });
            write(dataset, type, reasonBytes, written[0], waiting);
        }
    }

    private static int write(Hdf5Dataset dataset, Hdf5Handle type, int reasonBytes, long first,
            List<Rejection> rejections) throws IOException {
        int count = rejections.size();
        if (count == 0) {
            return 0;
        }
        int elementBytes = Hdf5Types.REJECTION_HEAD_BYTES + reasonBytes;
        ByteBuffer elements = ByteBuffer.allocate(count * elementBytes).order(ByteOrder.nativeOrder());
        for (int k = 0; k < count; k++) {
            Rejection rejection = rejections.get(k);
            elements.position(k * elementBytes);
            elements.putLong(rejection.row()).putInt(rejection.attempt()).put(rejection.reason().getBytes(UTF_8));
        }
        try (BytePointer values = new BytePointer(elements.array())) {
            dataset.write(type, first, count, values);
        }
        rejections.clear();
        return count;
    }
}
