package org.chirpmill.hdf5;

import static org.bytedeco.hdf5.global.hdf5.H5D_ALLOC_TIME_EARLY;
import static org.bytedeco.hdf5.global.hdf5.H5D_CONTIGUOUS;
import static org.bytedeco.hdf5.global.hdf5.H5D_FILL_TIME_NEVER;
import static org.bytedeco.hdf5.global.hdf5.H5Dcreate2;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_offset;
import static org.bytedeco.hdf5.global.hdf5.H5Dwrite;
import static org.bytedeco.hdf5.global.hdf5.H5P_CLS_DATASET_CREATE_ID_g;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Pcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_alloc_time;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_fill_time;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_layout;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_obj_track_times;
import static org.bytedeco.hdf5.global.hdf5.H5S_ALL;

import java.io.IOException;
import org.bytedeco.javacpp.Pointer;

/**
 * A dataset of a file that is being laid out.
 *
 * @param handle HDF5's identifier
 * @param name for messages
 * @param extent its dimensions, rows first; empty for a scalar
 */
public record Hdf5Dataset(Hdf5Handle handle, String name, long[] extent) implements AutoCloseable {
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

    /** Writes whole rows in {@code memoryType}'s layout. */
    public void write(Hdf5Handle memoryType, long firstRow, long count, Pointer values) throws IOException {
        long[] slab = extent.clone();
        slab[0] = count;
        try (Hdf5Handle memory = Hdf5Space.of(slab); Hdf5Handle file = Hdf5Space.of(extent)) {
            Hdf5Space.selectRows(file, extent, firstRow, count);
            Hdf5.call("write dataset '" + name + "'",
                () -> H5Dwrite(handle.id(), memoryType.id(), memory.id(), file.id(), H5P_DEFAULT, values));
        }
    }

    /** Writes a scalar in {@code memoryType}'s layout. */
    public void writeScalar(Hdf5Handle memoryType, Pointer value) throws IOException {
        Hdf5.call("write dataset '" + name + "'",
            () -> H5Dwrite(handle.id(), memoryType.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, value));
    }


    @Override
    public void close() throws IOException {
        handle.close();
    }
}
