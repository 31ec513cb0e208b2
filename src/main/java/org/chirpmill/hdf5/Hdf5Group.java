package org.chirpmill.hdf5;

import static org.bytedeco.hdf5.global.hdf5.H5Acreate2;
import static org.bytedeco.hdf5.global.hdf5.H5Awrite;
import static org.bytedeco.hdf5.global.hdf5.H5Gcreate2;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;

import java.io.IOException;
import org.bytedeco.javacpp.Pointer;

/** A group of a file that is being laid out. */
public record Hdf5Group(long id) implements AutoCloseable {
    /** Adds a group to this one. */
    public Hdf5Group createGroup(String name) throws IOException {
        return new Hdf5Group(Hdf5.call("create group '" + name + "'", name,
            text -> H5Gcreate2(id, text, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT)));
    }

    /** Adds a text attribute as h5py does for a Python str. */
    public void putText(String name, String value) throws IOException {
        try (Hdf5Handle type = Hdf5Types.text(); Hdf5Handle scalar = Hdf5Space.scalar();
                Hdf5Handle attribute = Hdf5Handle.of("create attribute '" + name + "'", name,
                    text -> H5Acreate2(id, text, type.id(), scalar.id(), H5P_DEFAULT, H5P_DEFAULT))) {
            Hdf5Text.writeAttribute(attribute, type, value);
        }
    }

    /** Adds an attribute of any type and extent, from its elements' bytes; no extent makes a scalar. */
    public void put(String name, Hdf5Handle type, long[] extent, Pointer content) throws IOException {
        try (Hdf5Handle space = Hdf5Space.of(extent);
                Hdf5Handle attribute = Hdf5Handle.of("create attribute '" + name + "'", name,
                    text -> H5Acreate2(id, text, type.id(), space.id(), H5P_DEFAULT, H5P_DEFAULT))) {
            Hdf5.call("write attribute '" + name + "'", () -> H5Awrite(attribute.id(), type.id(), content));
        }
    }

    @Override
    public void close() throws IOException {
        new Hdf5Handle(id).close();
    }
}
