package org.chirpmill.hdf5;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.hdf5.global.hdf5.H5E_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5E_WALK_UPWARD;
import static org.bytedeco.hdf5.global.hdf5.H5Eset_auto2;
import static org.bytedeco.hdf5.global.hdf5.H5Ewalk2;
import static org.bytedeco.hdf5.global.hdf5.H5open;

import java.io.IOException;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.hdf5.H5E_error2_t;
import org.bytedeco.hdf5.H5E_walk2_t;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.chirpmill.natives.NativeFolder;

/**
 * The one door to the HDF5 library. The library keeps global state and is not built for threads, so every call goes
 * through here, one at a time; its habit of printing error stacks is silenced and the innermost message of the stack
 * becomes the exception's.
 */
public final class Hdf5 {
    /** The first eight bytes of every HDF5 file (HDF5 File Format Specification 3.0, section II.A), big-endian. */
    public static final long SIGNATURE = 0x894844460d0a1a0aL;

    /** Where the system refused something, HDF5 quotes it amid a list of times, names, numbers and addresses. */
    private static final Pattern SYSTEM_ERROR = Pattern.compile("error message = '([^']*)'");
    private static final Object LIBRARY = new Object();
    /** Why the library cannot be used, or null. */
    private static final Throwable UNUSABLE = load();

    private Hdf5() {}

    /**
     * Runs one call.
     *
     * @param action what the call does, to follow "could not"
     * @param call returns a negative number where it fails, as all of HDF5 does
     * @return what the call returned
     * @throws IOException where the call failed
     */
    public static long call(String action, LongSupplier call) throws IOException {
        if (UNUSABLE != null) {
            throw new IOException("the HDF5 library could not be loaded: " + UNUSABLE.getMessage(), UNUSABLE);
        }
        synchronized (LIBRARY) {
            H5Eset_auto2(H5E_DEFAULT(), null, null);
            long result = call.getAsLong();
            if (result < 0) {
                throw new IOException("could not " + action + ": " + innermostMessage());
            }
            return result;
        }
    }

    /** Runs one call that takes a name. */
    public static long call(String action, String name, ToLongFunction<BytePointer> call) throws IOException {
        try (BytePointer text = new BytePointer(name, UTF_8)) {
            return call(action, () -> call.applyAsLong(text));
        }
    }

    private static String innermostMessage() {
        String[] message = {"no reason given"};
        try (H5E_walk2_t visitor = new H5E_walk2_t() {
            @Override
            public int call(int depth, H5E_error2_t error, Pointer unused) {
                if (depth == 0) {
                    message[0] = error.desc().getString();
                }
                return 0;
            }
        }) {
            H5Ewalk2(H5E_DEFAULT(), H5E_WALK_UPWARD, visitor, null);
        }
        Matcher systemError = SYSTEM_ERROR.matcher(message[0]);
        return systemError.find() ? systemError.group(1) : message[0];
    }

    private static Throwable load() {
        try {
            NativeFolder.prepare();
            Loader.load(org.bytedeco.hdf5.global.hdf5.class);
            return H5open() < 0 ? new IllegalStateException("H5open failed") : null;
        } catch (LinkageError e) {
            return e;
        }
    }
}
