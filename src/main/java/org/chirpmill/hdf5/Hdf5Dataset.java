package org.chirpmill.hdf5;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.hdf5.global.hdf5.H5D_ALLOC_TIME_EARLY;
import static org.bytedeco.hdf5.global.hdf5.H5D_CONTIGUOUS;
import static org.bytedeco.hdf5.global.hdf5.H5D_FILL_TIME_NEVER;
import static org.bytedeco.hdf5.global.hdf5.H5Dcreate2;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_offset;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_space;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_type;
import static org.bytedeco.hdf5.global.hdf5.H5Dopen2;
import static org.bytedeco.hdf5.global.hdf5.H5Dread;
import static org.bytedeco.hdf5.global.hdf5.H5Dwrite;
import static org.bytedeco.hdf5.global.hdf5.H5P_CLS_DATASET_CREATE_ID_g;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Pcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_alloc_time;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_fill_time;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_layout;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_obj_track_times;
import static org.bytedeco.hdf5.global.hdf5.H5T_COMPOUND;
import static org.bytedeco.hdf5.global.hdf5.H5Tget_class;
import static org.bytedeco.hdf5.global.hdf5.H5Tget_member_name;
import static org.bytedeco.hdf5.global.hdf5.H5Tget_member_type;
import static org.bytedeco.hdf5.global.hdf5.H5Tget_nmembers;
import static org.bytedeco.hdf5.global.hdf5.H5Tget_size;
import static org.bytedeco.hdf5.global.hdf5.H5free_memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A dataset of an open file.
 *
 * @param handle HDF5's identifier
 * @param name for messages
 * @param extent its dimensions, rows first; empty for a scalar
 */
public record Hdf5Dataset(Hdf5Handle handle, String name, long[] extent) implements AutoCloseable {
    /** Opens a dataset of a group. */
    public static Hdf5Dataset open(Hdf5Group group, String name) throws IOException {
        Hdf5Handle handle = Hdf5Handle.of("open dataset '" + name + "'", name,
            text -> H5Dopen2(group.id(), text, H5P_DEFAULT));
        try (Hdf5Handle space = Hdf5Handle.of("ask for a space", () -> H5Dget_space(handle.id()))) {
            return new Hdf5Dataset(handle, name, Hdf5Space.extent(space));
        }
    }

    /** Creates a dataset whose bytes lie in one piece whose place is settled now, and which HDF5 leaves unwritten. */
    public static Hdf5Dataset create(Hdf5Group group, String name, Hdf5Handle type, long... extent) throws IOException {
        try (Hdf5Handle space = Hdf5Space.of(extent); Hdf5Handle plan = plan()) {
            Hdf5.call("set the layout", () -> H5Pset_layout(plan.id(), H5D_CONTIGUOUS));
            Hdf5.call("set the allocation time", () -> H5Pset_alloc_time(plan.id(), H5D_ALLOC_TIME_EARLY));
            Hdf5.call("switch filling off", () -> H5Pset_fill_time(plan.id(), H5D_FILL_TIME_NEVER));
            return create(group, name, type, space, plan, extent);
        }
    }

    /** Adds a scalar text as h5py does for a Python str. */
    public static void createText(Hdf5Group group, String name, String value) throws IOException {
        try (Hdf5Handle type = Hdf5Types.text(); Hdf5Handle scalar = Hdf5Space.scalar(); Hdf5Handle plan = plan();
                Hdf5Dataset dataset = create(group, name, type, scalar, plan)) {
            Hdf5Text.writeScalar(dataset.handle, type, value);
        }
    }

    /** A plan without times, so that equal data make equal files. */
    private static Hdf5Handle plan() throws IOException {
        Hdf5Handle plan = Hdf5Handle.of("create a property list", () -> H5Pcreate(H5P_CLS_DATASET_CREATE_ID_g()));
        Hdf5.call("switch times off", () -> H5Pset_obj_track_times(plan.id(), false));
        return plan;
    }

    private static Hdf5Dataset create(Hdf5Group group, String name, Hdf5Handle type, Hdf5Handle space,
            Hdf5Handle plan, long... extent) throws IOException {
        return new Hdf5Dataset(Hdf5Handle.of("create dataset '" + name + "'", name, text ->
            H5Dcreate2(group.id(), text, type.id(), space.id(), H5P_DEFAULT, plan.id(), H5P_DEFAULT)), name, extent);
    }

    /** Where in the file the elements begin. */
    public long fileOffset() throws IOException {
        return Hdf5.call("locate dataset '" + name + "'", () -> H5Dget_offset(handle.id()));
    }

    /** The first dimension. */
    public long rows() {
        return extent[0];
    }

    /** Bytes of one element in the file. */
    public long elementBytes() throws IOException {
        try (Hdf5Handle type = type()) {
            return Hdf5.call("ask for a size", () -> H5Tget_size(type.id()));
        }
    }

    /** Names of the fields of a record, in order; empty where the elements are no records. */
    public List<String> fields() throws IOException {
        List<String> names = new ArrayList<>();
        try (Hdf5Handle type = type()) {
            if (Hdf5.call("ask for a class", () -> H5Tget_class(type.id())) == H5T_COMPOUND) {
                long count = Hdf5.call("count fields", () -> H5Tget_nmembers(type.id()));
                for (int k = 0; k < count; k++) {
                    BytePointer field = H5Tget_member_name(type.id(), k);
                    names.add(field.getString(UTF_8));
                    Hdf5.call("free a name", () -> H5free_memory(field));
                }
            }
        }
        return names;
    }

    /** Bytes of one field of a record in the file. */
    public int fieldBytes(int field) throws IOException {
        try (Hdf5Handle type = type();
                Hdf5Handle member = Hdf5Handle.of("ask for a field", () -> H5Tget_member_type(type.id(), field))) {
            return (int) Hdf5.call("ask for a size", () -> H5Tget_size(member.id()));
        }
    }

    /** Reads the text of a scalar. */
    public String text() throws IOException {
        return Hdf5Text.readScalar(handle, name);
    }

    /**
     * Reads whole rows, converted to doubles.
     *
     * @param memoryType what an element becomes, {@code parts} doubles
     * @return one array a row
     */
    public double[][] doubles(Hdf5Handle memoryType, int parts, long firstRow, int count) throws IOException {
        int width = Math.toIntExact(Math.multiplyExact(rowElements(), parts));
        double[][] rows = new double[count][width];
        // Slabs of some megabytes: few calls for short rows, little memory for long ones.
        int slab = Math.max(1, (1 << 20) / Math.max(1, width));
        try (DoublePointer buffer = new DoublePointer((long) Math.min(slab, Math.max(1, count)) * width)) {
            for (int done = 0; done < count; done += slab) {
                int now = Math.min(slab, count - done);
                read(memoryType, firstRow + done, now, buffer);
                for (int k = 0; k < now; k++) {
                    buffer.position((long) k * width).get(rows[done + k]);
                }
                buffer.position(0);
            }
        }
        return rows;
    }

    /** Reads whole rows as they are, in {@code memoryType}'s layout. */
    public byte[] bytes(Hdf5Handle memoryType, int elementBytes, long firstRow, int count) throws IOException {
        byte[] bytes = new byte[Math.multiplyExact(elementBytes, Math.toIntExact(count * rowElements()))];
        try (BytePointer buffer = new BytePointer(Math.max(1, bytes.length))) {
            read(memoryType, firstRow, count, buffer);
            buffer.get(bytes);
        }
        return bytes;
    }

    private void read(Hdf5Handle memoryType, long firstRow, long count, Pointer buffer) throws IOException {
        if (count == 0) {
            return;
        }
        transfer("read", firstRow, count, (memory, file) ->
            H5Dread(handle.id(), memoryType.id(), memory, file, H5P_DEFAULT, buffer));
    }

    /** Writes whole rows in {@code memoryType}'s layout. */
    public void write(Hdf5Handle memoryType, long firstRow, long count, Pointer values) throws IOException {
        transfer("write", firstRow, count, (memory, file) ->
            H5Dwrite(handle.id(), memoryType.id(), memory, file, H5P_DEFAULT, values));
    }

    private interface Transfer {
        int between(long memorySpace, long fileSpace);
    }

    private void transfer(String verb, long firstRow, long count, Transfer transfer) throws IOException {
        long[] slab = extent.clone();
        slab[0] = count;
        try (Hdf5Handle memory = Hdf5Space.of(slab); Hdf5Handle file = Hdf5Space.of(extent)) {
            Hdf5Space.selectRows(file, extent, firstRow, count);
            Hdf5.call(verb + " dataset '" + name + "'", () -> transfer.between(memory.id(), file.id()));
        }
    }

    private long rowElements() {
        long elements = 1;
        for (int k = 1; k < extent.length; k++) {
            elements *= extent[k];
        }
        return elements;
    }

    private Hdf5Handle type() throws IOException {
        return Hdf5Handle.of("ask for a type", () -> H5Dget_type(handle.id()));
    }

    @Override
    public void close() throws IOException {
        handle.close();
    }
}
