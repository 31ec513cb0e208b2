package org.chirpmill.hdf5;

import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_EXCL;
import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_RDWR;
import static org.bytedeco.hdf5.global.hdf5.H5F_CLOSE_STRONG;
import static org.bytedeco.hdf5.global.hdf5.H5F_SCOPE_GLOBAL;
import static org.bytedeco.hdf5.global.hdf5.H5Fclose;
import static org.bytedeco.hdf5.global.hdf5.H5Fcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Fflush;
import static org.bytedeco.hdf5.global.hdf5.H5Fopen;
import static org.bytedeco.hdf5.global.hdf5.H5P_CLS_FILE_ACCESS_ID_g;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Pcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_alignment;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_fclose_degree;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_file_locking;

import java.io.IOException;
import java.nio.file.Path;

/** An HDF5 file that is being laid out. Closing it closes whatever of it is still open. */
public final class Hdf5File implements AutoCloseable {
    /** Arrays above the first size start on multiples of the second, so that they can be mapped and paged well. */
    private static final long ALIGNED_ABOVE_BYTES = 1 << 16;
    private static final long ALIGNMENT_BYTES = 1 << 12;

    private final long id;

    private Hdf5File(long id) {
        this.id = id;
    }

    /** Creates a file that must not exist. */
    public static Hdf5File create(Path path) throws IOException {
        try (Hdf5Handle access = access()) {
            long id = Hdf5.call("create the file", path.toString(),
                name -> H5Fcreate(name, H5F_ACC_EXCL, H5P_DEFAULT, access.id()));
            return new Hdf5File(id);
        }
    }

    /** Opens a file that this run laid out, to be added to: the library is not for files of others. */
    public static Hdf5File openOwn(Path path) throws IOException {
        try (Hdf5Handle access = access()) {
            return new Hdf5File(Hdf5.call("open " + path, path.toString(),
                name -> H5Fopen(name, H5F_ACC_RDWR, access.id())));
        }
    }

    private static Hdf5Handle access() throws IOException {
        Hdf5Handle access = Hdf5Handle.of("create a property list", () -> H5Pcreate(H5P_CLS_FILE_ACCESS_ID_g()));
        Hdf5.call("set the close degree", () -> H5Pset_fclose_degree(access.id(), H5F_CLOSE_STRONG));
        // Some cluster file systems refuse HDF5's own lock; writers hold the journal's.
        Hdf5.call("switch file locks off", () -> H5Pset_file_locking(access.id(), false, true));
        Hdf5.call("set the alignment", () -> H5Pset_alignment(access.id(), ALIGNED_ABOVE_BYTES, ALIGNMENT_BYTES));
        return access;
    }

    /** The root group; not to be closed on its own. */
    public Hdf5Group root() {
        return new Hdf5Group(id);
    }

    @Override
    public void close() throws IOException {
        try {
            Hdf5.call("write the file", () -> H5Fflush(id, H5F_SCOPE_GLOBAL));
        } finally {
            Hdf5.call("close the file", () -> H5Fclose(id));
        }
    }
}
