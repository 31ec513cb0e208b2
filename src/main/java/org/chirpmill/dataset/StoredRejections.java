package org.chirpmill.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chirpmill.hdf5.read.ElementType;
import org.chirpmill.hdf5.read.StoredArray;
import org.chirpmill.hdf5.read.StoredRecords;
import org.chirpmill.rows.Rejection;

/** The table of rejected draws in {@code /chirpmill}. */
final class StoredRejections {
    private static final List<String> FIELDS = List.of("row", "attempt", "reason");
    private static final int ROW = 0;
    private static final int ATTEMPT = 1;
    private static final int REASON = 2;

    private StoredRejections() {}

    /** Whether an array is such a table. */
    static boolean are(StoredArray array) {
        return array.extent().length == 1 && array.fields().equals(FIELDS)
            && array.type() instanceof ElementType.Compound(int _, List<ElementType.Field> fields)
            && fields.get(ROW).type().isWhole() && fields.get(ATTEMPT).type().isWhole()
            && fields.get(REASON).type() instanceof ElementType.FixedText;
    }

    static List<Rejection> read(StoredArray array, long first, int count) throws IOException {
        StoredRecords records = array.records(first, count);
        List<Rejection> rejections = new ArrayList<>(count);
        for (int k = 0; k < count; k++) {
            rejections.add(new Rejection(records.whole(k, ROW), (int) records.whole(k, ATTEMPT),
                records.text(k, REASON)));
        }
        return rejections;
    }
}
