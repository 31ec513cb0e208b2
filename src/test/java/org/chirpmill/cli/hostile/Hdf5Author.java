package org.chirpmill.cli.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.hdf5.global.hdf5.H5Acreate2;
import static org.bytedeco.hdf5.global.hdf5.H5Adelete;
import static org.bytedeco.hdf5.global.hdf5.H5Aexists;
import static org.bytedeco.hdf5.global.hdf5.H5Awrite;
import static org.bytedeco.hdf5.global.hdf5.H5Dcreate2;
import static org.bytedeco.hdf5.global.hdf5.H5Dwrite;
import static org.bytedeco.hdf5.global.hdf5.H5Dwrite_chunk;
import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_RDWR;
import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_TRUNC;
import static org.bytedeco.hdf5.global.hdf5.H5F_CLOSE_STRONG;
import static org.bytedeco.hdf5.global.hdf5.H5Fclose;
import static org.bytedeco.hdf5.global.hdf5.H5Fcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Fopen;
import static org.bytedeco.hdf5.global.hdf5.H5Gcreate2;
import static org.bytedeco.hdf5.global.hdf5.H5Lcreate_external;
import static org.bytedeco.hdf5.global.hdf5.H5Lcreate_hard;
import static org.bytedeco.hdf5.global.hdf5.H5Lcreate_soft;
import static org.bytedeco.hdf5.global.hdf5.H5Ldelete;
import static org.bytedeco.hdf5.global.hdf5.H5Lexists;
import static org.bytedeco.hdf5.global.hdf5.H5Oopen;
import static org.bytedeco.hdf5.global.hdf5.H5P_CLS_DATASET_CREATE_ID_g;
import static org.bytedeco.hdf5.global.hdf5.H5P_CLS_FILE_ACCESS_ID_g;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Pcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_chunk;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_deflate;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_external;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_fclose_degree;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_file_locking;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_virtual;
import static org.bytedeco.hdf5.global.hdf5.H5S_ALL;
import static org.bytedeco.hdf5.global.hdf5.H5S_NULL;
import static org.bytedeco.hdf5.global.hdf5.H5S_SCALAR;
import static org.bytedeco.hdf5.global.hdf5.H5Screate;
import static org.bytedeco.hdf5.global.hdf5.H5Screate_simple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.chirpmill.hdf5.Hdf5;
import org.chirpmill.hdf5.Hdf5Handle;

/**
 * Writes into an HDF5 file whatever its format allows, also what makes no sense: by the HDF5 library itself, so that
 * the file is in order and only its content lies.
 */
final class Hdf5Author implements AutoCloseable {
    private final long file;

    private Hdf5Author(long file) {
        this.file = file;
    }

    static Hdf5Author create(Path path) throws IOException {
        try (Hdf5Handle access = access()) {
            return new Hdf5Author(Hdf5.call("create", path.toString(),
                name -> H5Fcreate(name, H5F_ACC_TRUNC, H5P_DEFAULT, access.id())));
        }
    }

    static Hdf5Author edit(Path path) throws IOException {
        try (Hdf5Handle access = access()) {
            return new Hdf5Author(Hdf5.call("open", path.toString(),
                name -> H5Fopen(name, H5F_ACC_RDWR, access.id())));
        }
    }

    private static Hdf5Handle access() throws IOException {
        Hdf5Handle access = Hdf5Handle.of("plan", () -> H5Pcreate(H5P_CLS_FILE_ACCESS_ID_g()));
        Hdf5.call("close all", () -> H5Pset_fclose_degree(access.id(), H5F_CLOSE_STRONG));
        Hdf5.call("not lock", () -> H5Pset_file_locking(access.id(), false, true));
        return access;
    }

    /** Takes away what is under a path, if anything is. */
    Hdf5Author remove(String path) throws IOException {
        if (Hdf5.call("look", path, name -> H5Lexists(file, name, H5P_DEFAULT)) > 0) {
            Hdf5.call("remove", path, name -> H5Ldelete(file, name, H5P_DEFAULT));
        }
        return this;
    }

    Hdf5Author group(String path) throws IOException {
        Hdf5Handle.of("create group " + path, path,
            name -> H5Gcreate2(file, name, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT)).close();
        return this;
    }

    Hdf5Author softLink(String path, String target) throws IOException {
        try (BytePointer to = new BytePointer(target, UTF_8)) {
            Hdf5.call("link", path, name -> H5Lcreate_soft(to, file, name, H5P_DEFAULT, H5P_DEFAULT));
        }
        return this;
    }

    Hdf5Author hardLink(String path, String target) throws IOException {
        try (BytePointer to = new BytePointer(target, UTF_8)) {
            Hdf5.call("link", path, name -> H5Lcreate_hard(file, to, file, name, H5P_DEFAULT, H5P_DEFAULT));
        }
        return this;
    }

    Hdf5Author externalLink(String path, String otherFile, String target) throws IOException {
        try (BytePointer in = new BytePointer(otherFile, UTF_8); BytePointer to = new BytePointer(target, UTF_8)) {
            Hdf5.call("link", path, name -> H5Lcreate_external(in, to, file, name, H5P_DEFAULT, H5P_DEFAULT));
        }
        return this;
    }

    /** How the elements of a dataset are stored. */
    interface Storage {
        void plan(long propertyList, Shape shape) throws IOException;

        Storage CONTIGUOUS = (_, _) -> { };

        static Storage chunks(long... extent) {
            return (plan, _) -> Hdf5.call("chunk", () -> H5Pset_chunk(plan, extent.length, extent));
        }

        static Storage compressedChunks(long... extent) {
            return (plan, shape) -> {
                chunks(extent).plan(plan, shape);
                Hdf5.call("compress", () -> H5Pset_deflate(plan, 9));
            };
        }

        static Storage external(String otherFile, long bytes) {
            return (plan, _) -> Hdf5.call("store elsewhere", otherFile,
                name -> H5Pset_external(plan, name, 0, bytes));
        }

        static Storage virtual(String otherFile, String dataset) {
            return (plan, shape) -> {
                try (Hdf5Handle space = shape.space(); BytePointer in = new BytePointer(otherFile, UTF_8)) {
                    Hdf5.call("map", dataset, name -> H5Pset_virtual(plan, space.id(), in, name, space.id()));
                }
            };
        }
    }

    /**
     * How many elements there are.
     *
     * @param extent of a simple space; null where there are none at all
     */
    record Shape(long[] extent) {
        static final Shape NONE = new Shape(null);
        static final Shape SCALAR = new Shape(new long[0]);

        static Shape of(long... extent) {
            return new Shape(extent);
        }

        Hdf5Handle space() throws IOException {
            if (extent == null || extent.length == 0) {
                return Hdf5Handle.of("create a space", () -> H5Screate(extent == null ? H5S_NULL : H5S_SCALAR));
            }
            return Hdf5Handle.of("create a space", () -> H5Screate_simple(extent.length, extent, (long[]) null));
        }
    }

    /** Puts a dataset without content in the place of whatever is there. */
    Hdf5Author dataset(String path, ElementType type, Shape shape, Storage storage) throws IOException {
        create(path, type, shape, storage).close();
        return this;
    }

    /** The same with content. */
    Hdf5Author dataset(String path, ElementType type, Shape shape, byte[] content) throws IOException {
        try (Hdf5Handle made = create(path, type, shape, Storage.CONTIGUOUS);
                BytePointer values = new BytePointer(content); Hdf5Handle memory = type.make()) {
            Hdf5.call("write " + path,
                () -> H5Dwrite(made.id(), memory.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values));
        }
        return this;
    }

    /** The same with texts of any length. */
    Hdf5Author texts(String path, Shape shape, List<String> texts) throws IOException {
        try (Hdf5Handle made = create(path, ElementType.TEXT, shape, Storage.CONTIGUOUS);
                Pointer values = pointers(texts); Hdf5Handle memory = ElementType.TEXT.make()) {
            Hdf5.call("write " + path,
                () -> H5Dwrite(made.id(), memory.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values));
        }
        return this;
    }

    /** A compressed dataset, each of whose chunks are the same bytes. */
    Hdf5Author bomb(String path, ElementType type, Shape shape, long[] chunk, byte[] deflated) throws IOException {
        try (Hdf5Handle made = create(path, type, shape, Storage.compressedChunks(chunk));
                BytePointer values = new BytePointer(deflated)) {
            for (long row = 0; row < shape.extent()[0]; row += chunk[0]) {
                long[] offset = new long[chunk.length];
                offset[0] = row;
                Hdf5.call("write a chunk",
                    () -> H5Dwrite_chunk(made.id(), H5P_DEFAULT, 0, offset, deflated.length, values));
            }
        }
        return this;
    }

    private Hdf5Handle create(String path, ElementType type, Shape shape, Storage storage) throws IOException {
        remove(path);
        try (Hdf5Handle stored = type.make(); Hdf5Handle space = shape.space();
                Hdf5Handle plan = Hdf5Handle.of("plan", () -> H5Pcreate(H5P_CLS_DATASET_CREATE_ID_g()))) {
            storage.plan(plan.id(), shape);
            return Hdf5Handle.of("create dataset " + path, path, name ->
                H5Dcreate2(file, name, stored.id(), space.id(), H5P_DEFAULT, plan.id(), H5P_DEFAULT));
        }
    }

    /** Puts an attribute in the place of whatever is there. */
    Hdf5Author attribute(String owner, String attribute, ElementType type, Shape shape, byte[] content)
            throws IOException {
        try (BytePointer values = new BytePointer(content)) {
            return attribute(owner, attribute, type, shape, values);
        }
    }

    /** The same with texts of any length. */
    Hdf5Author textAttribute(String owner, String attribute, Shape shape, List<String> texts) throws IOException {
        try (Pointer values = pointers(texts)) {
            return attribute(owner, attribute, ElementType.TEXT, shape, values);
        }
    }

    /** The same with one text. */
    Hdf5Author text(String owner, String attribute, String text) throws IOException {
        return textAttribute(owner, attribute, Shape.SCALAR, List.of(text));
    }

    private Hdf5Author attribute(String owner, String attribute, ElementType type, Shape shape, Pointer values)
            throws IOException {
        removeAttribute(owner, attribute);
        try (Hdf5Handle object = open(owner); Hdf5Handle stored = type.make(); Hdf5Handle space = shape.space();
                Hdf5Handle made = Hdf5Handle.of("create attribute " + attribute, attribute, name ->
                    H5Acreate2(object.id(), name, stored.id(), space.id(), H5P_DEFAULT, H5P_DEFAULT))) {
            if (shape.extent() != null) {
                Hdf5.call("write " + attribute, () -> H5Awrite(made.id(), stored.id(), values));
            }
        }
        return this;
    }

    Hdf5Author removeAttribute(String owner, String attribute) throws IOException {
        try (Hdf5Handle object = open(owner)) {
            if (Hdf5.call("look", attribute, name -> H5Aexists(object.id(), name)) > 0) {
                Hdf5.call("remove", attribute, name -> H5Adelete(object.id(), name));
            }
        }
        return this;
    }

    private Hdf5Handle open(String path) throws IOException {
        return Hdf5Handle.of("open " + path, path, name -> H5Oopen(file, name, H5P_DEFAULT));
    }

    private static Pointer pointers(List<String> texts) {
        return new PointerPointer<BytePointer>(texts.toArray(String[]::new), UTF_8);
    }

    @Override
    public void close() throws IOException {
        Hdf5.call("close", () -> H5Fclose(file));
    }
}
