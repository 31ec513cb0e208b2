package org.chirpmill.hdf5;

import static org.bytedeco.hdf5.global.hdf5.H5S_SCALAR;
import static org.bytedeco.hdf5.global.hdf5.H5S_SELECT_SET;
import static org.bytedeco.hdf5.global.hdf5.H5Screate;
import static org.bytedeco.hdf5.global.hdf5.H5Screate_simple;
import static org.bytedeco.hdf5.global.hdf5.H5Sselect_hyperslab;

import java.io.IOException;
import java.util.Arrays;

/** Extents of datasets and selections of rows in them. */
final class Hdf5Space {
    private Hdf5Space() {}

    static Hdf5Handle scalar() throws IOException {
        return Hdf5Handle.of("create a scalar space", () -> H5Screate(H5S_SCALAR));
    }

    /** No extent makes a scalar. */
    static Hdf5Handle of(long... extent) throws IOException {
        return Hdf5Handle.of("create a space", () -> H5Screate_simple(extent.length, extent, (long[]) null));
    }

    /** Selects {@code count} whole rows of a space of the given extent. */
    static void selectRows(Hdf5Handle space, long[] extent, long firstRow, long count) throws IOException {
        long[] start = new long[extent.length];
        start[0] = firstRow;
        long[] size = extent.clone();
        size[0] = count;
        long[] ones = new long[extent.length];
        Arrays.fill(ones, 1);
        Hdf5.call("select rows", () -> H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, start, ones, size, ones));
    }
}
