package org.chirpmill.dataset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * numpy's {@code .npy}, format 1.0: the six bytes {@code \x93NUMPY}, the version 1 0, the length of the header as a
 * little-endian 16-bit number, the header, a Python dict literal that spaces and a newline fill up to a multiple of 64
 * bytes from the file's beginning, and the elements, row by row (numpy's {@code numpy.lib.format} documents it).
 */
public final class NpyArray {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

    private NpyArray() {}

    /** The bytes of an array of real numbers, float64. */
    public static byte[] real(double[] values, int... shape) {
        return bytes("<f8", values, shape);
    }

    /**
     * The bytes of an array of complex numbers, complex128.
     *
     * @param values real and imaginary parts in turns
     */
    public static byte[] complex(double[] values, int... shape) {
        return bytes("<c16", values, shape);
    }

    private static byte[] bytes(String elementType, double[] values, int... shape) {
        String sizes = Arrays.stream(shape).mapToObj(size -> size + ",").collect(Collectors.joining(" "));
        String dict = "{'descr': '" + elementType + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int unpadded = MAGIC.length + Short.BYTES + dict.length() + 1;
        int padding = (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
        String header = dict + " ".repeat(padding) + "\n";
        ByteBuffer npy = ByteBuffer.allocate(unpadded + padding + values.length * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
        npy.put(MAGIC).putShort((short) header.length()).put(header.getBytes(ISO_8859_1));
        npy.asDoubleBuffer().put(values);
        return npy.array();
    }
}
