package org.chirpmill.hdf5;

import static org.bytedeco.hdf5.global.hdf5.H5Idec_ref;

import java.io.IOException;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.bytedeco.javacpp.BytePointer;

/** An identifier that HDF5 lent us (of a type, a space, a property list, an object), given back when closed. */
public record Hdf5Handle(long id) implements AutoCloseable {
    /** Obtains an identifier; {@code action} follows "could not" where that fails. */
    public static Hdf5Handle of(String action, LongSupplier call) throws IOException {
        return new Hdf5Handle(Hdf5.call(action, call));
    }

    /** Obtains the identifier of something that has a name. */
    public static Hdf5Handle of(String action, String name, ToLongFunction<BytePointer> call) throws IOException {
        return new Hdf5Handle(Hdf5.call(action, name, call));
    }

    @Override
    public void close() throws IOException {
        Hdf5.call("close an HDF5 object", () -> H5Idec_ref(id));
    }
}
