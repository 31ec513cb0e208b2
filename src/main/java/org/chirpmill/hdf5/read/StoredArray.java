package org.chirpmill.hdf5.read;

import io.jhdf.ObjectHeader;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * An array of an open file: its rows, of which it has as many as it says. A scalar is one row. What numbers there are
 * in an element, such as the fields of a record, stand one after another.
 */
public final class StoredArray {
    /** Many rows of a set, few calls; and little enough to lie in a processor's own memory. */
    private static final int SLAB_BYTES = 1 << 18;
    /** A row of four million bins in double precision: sixteen times DINGO's longest. */
    private static final int LONGEST_ROW_BYTES = 1 << 26;
    /** What an array may have that is read whole, by itself and for each byte of its file: packed zeros are short. */
    private static final long MOST_BYTES_AT_ONCE = 1L << 26;
    private static final int MOST_PER_BYTE_OF_FILE = 8;
    /** What a row takes in memory, be there nothing in it. */
    private static final long ROW_OVERHEAD_BYTES = 64;
    /** Dataspaces that hold nothing are of this kind (HDF5 File Format Specification 3.0, section IV.A.2.b). */
    private static final int NULL = 2;

    private static final List<String> COMPLEX = List.of("r", "i");

    private final FileBytes bytes;
    private final String name;
    private final ElementType type;
    private final RowStorage.Shape shape;
    private final RowStorage storage;
    private final NumberDecoder decoder;
    private final boolean hasAttributes;

    private StoredArray(FileBytes bytes, String name, ElementType type, RowStorage.Shape shape, RowStorage storage,
            boolean hasAttributes) {
        this.bytes = bytes;
        this.name = name;
        this.type = type;
        this.shape = shape;
        this.storage = storage;
        this.hasAttributes = hasAttributes;
        decoder = new NumberDecoder(type);
    }

    static StoredArray of(FileBytes bytes, String group, String name, ObjectHeader header) throws IOException {
        ElementType type = ElementTypes.of(header.getMessageOfType(DataTypeMessage.class).getDataType());
        DataSpace space = header.getMessageOfType(DataSpaceMessage.class).getDataSpace();
        if (space.getType() == NULL) {
            throw bytes.refusal("'" + group + name + "' is empty");
        }
        RowStorage.Shape shape = new RowStorage.Shape(space.getDimensionsAsLong(), type.bytes());
        // Of lengths beyond a long jhdf lets the largest through, as -1.
        if (Arrays.stream(shape.extent()).anyMatch(length -> length < 0)) {
            throw bytes.refusal("'" + group + name + "' claims " + Arrays.toString(shape.extent()) + " elements");
        }
        if (shape.rowBytes() > LONGEST_ROW_BYTES) {
            throw bytes.refusal("a row of '" + group + name + "' has " + shape.rowBytes() + " bytes; up to "
                + LONGEST_ROW_BYTES + " are read");
        }
        return new StoredArray(bytes, name, type, shape, new Storages(bytes, group + name, shape).of(header),
            header.hasMessageOfType(AttributeMessage.class));
    }

    /** For messages. */
    public String name() {
        return name;
    }

    /** Its dimensions, rows first; empty for a scalar. */
    public long[] extent() {
        return shape.extent().clone();
    }

    /** The first dimension; 1 for a scalar. */
    public long rows() {
        return shape.rows();
    }

    /** Bytes of a row in the file. */
    public int rowBytes() {
        return (int) shape.rowBytes();
    }

    /** Whether it has attributes of its own, which nobody here reads. */
    public boolean hasAttributes() {
        return hasAttributes;
    }

    /** What an element is. */
    public ElementType type() {
        return type;
    }

    /** Names of the fields of a record, in order; empty where the elements are no records. */
    public List<String> fields() {
        return type instanceof ElementType.Compound(int _, List<ElementType.Field> fields)
            ? fields.stream().map(ElementType.Field::name).toList() : List.of();
    }

    /** How many numbers an element is; 0 where it is not made of numbers. */
    public int parts() {
        return decoder.parts();
    }

    /** Whether it is a list of numbers. */
    public boolean isList() {
        return shape.extent().length == 1 && parts() == 1;
    }

    /** Whether it is a list of records whose fields are numbers. */
    public boolean isTable() {
        return shape.extent().length == 1 && !fields().isEmpty() && parts() == fields().size();
    }

    /** Whether its rows are lists of complex numbers, as numpy's are stored. */
    public boolean isComplexMatrix() {
        return shape.extent().length == 2 && fields().equals(COMPLEX) && parts() == COMPLEX.size();
    }

    /** Whether elements are stored as the machine has them: binary numbers of so many bytes, one after another. */
    public boolean isPacked(int numberBytes) {
        return decoder.isPacked(numberBytes);
    }

    /** The text that a scalar, or an array of one element, is. */
    public String text() throws IOException {
        long elements = shape.rows() * shape.rowElements();
        ByteBuffer content = ByteBuffer.allocate(elements == 1 ? type.bytes() : 0);
        StoredValue value = new StoredValue(type, shape.extent(), content);
        if (!value.isText()) {
            throw bytes.refusal("'" + name + "' holds " + elements + " " + ElementTypes.word(type)
                + ", not one text");
        }
        storage.read(0, 1, content);
        content.flip();
        return bytes.guarded("'" + name + "'", () -> value.text(bytes));
    }

    /**
     * Reads whole rows as doubles.
     *
     * @return one array a row, {@link #parts} numbers an element
     */
    public double[][] doubles(long firstRow, int count) throws IOException {
        if (parts() == 0) {
            throw bytes.refusal("'" + name + "' holds " + ElementTypes.word(type) + " that are no numbers");
        }
        int rowBytes = (int) shape.rowBytes();
        int rowsAtOnce = Math.max(1, SLAB_BYTES / Math.max(1, rowBytes));
        double[][] rows = new double[count][Math.toIntExact(shape.rowElements() * parts())];
        for (int done = 0; done < count; done += rowsAtOnce) {
            int now = Math.min(rowsAtOnce, count - done);
            MemorySegment segment = MemorySegment.ofBuffer(read(firstRow + done, now, now * rowBytes));
            for (int k = 0; k < now; k++) {
                decoder.decode(segment, (long) k * rowBytes, rows[done + k]);
            }
        }
        return rows;
    }

    /** Reads all rows as doubles. */
    public double[][] all() throws IOException {
        long most = Math.max(MOST_BYTES_AT_ONCE, MOST_PER_BYTE_OF_FILE * bytes.size());
        if (rows() > Integer.MAX_VALUE || rows() > most / Math.max(ROW_OVERHEAD_BYTES, shape.rowBytes())) {
            throw bytes.refusal("'" + name + "' has " + rows() + " rows of " + shape.rowBytes() + " bytes; of a file "
                + "of " + bytes.size() + " bytes, up to " + most + " are read at once");
        }
        return doubles(0, (int) rows());
    }

    private ByteBuffer read(long firstRow, int count, int length) throws IOException {
        ByteBuffer slab = bytes.slab(length);
        storage.read(firstRow, count, slab);
        return slab.flip();
    }

    /** Reads whole rows of an array of records. */
    public StoredRecords records(long firstRow, int count) throws IOException {
        return new StoredRecords((ElementType.Compound) type, bytes(firstRow, count));
    }

    /** Reads whole rows as they are in the file. */
    public byte[] bytes(long firstRow, int count) throws IOException {
        byte[] content = new byte[Math.toIntExact(count * shape.rowBytes())];
        storage.read(firstRow, count, ByteBuffer.wrap(content));
        return content;
    }

    /** Reads whole rows as they are in the file to the beginning of a piece of memory. */
    public void copy(long firstRow, int count, MemorySegment target) throws IOException {
        int rowBytes = (int) shape.rowBytes();
        int rowsAtOnce = Math.max(1, SLAB_BYTES / Math.max(1, rowBytes));
        for (int done = 0; done < count; done += rowsAtOnce) {
            int now = Math.min(rowsAtOnce, count - done);
            MemorySegment piece = target.asSlice((long) done * rowBytes, (long) now * rowBytes);
            if (piece.isNative()) {
                storage.read(firstRow + done, now, piece.asByteBuffer());
            } else {
                piece.copyFrom(MemorySegment.ofBuffer(read(firstRow + done, now, now * rowBytes)));
            }
        }
    }
}
