package org.chirpmill.engine.cuda;

import java.util.Optional;
import org.chirpmill.engine.MatrixTransform;
import org.chirpmill.rows.Precision;

/**
 * Device memory for some rows and what becomes of them, in one piece.
 *
 * @param device whose memory it is
 * @param address where it starts
 * @param capacity how many rows it holds
 * @param sizes bytes of what a row takes
 */
public record Workspace(Device device, long address, int capacity, Sizes sizes) {
    /** Where parts start, as {@code cuMemAlloc} aligns: bytes. */
    private static final long ALIGNMENT = 256;

    /**
     * Takes the memory for {@code capacity} rows.
     *
     * @throws OutOfDeviceMemoryException where there is not as much
     */
    public static Workspace allocate(Device device, int capacity, Sizes sizes) {
        return new Workspace(device, device.allocate(sizes.total(capacity)), capacity, sizes);
    }

    /** Where the coefficient rows lie. */
    public long rows() {
        return address;
    }

    /** Where h_plus is evaluated. */
    public long plus() {
        return rows() + aligned(capacity * sizes.row);
    }

    /** Where h_cross is evaluated. */
    public long cross() {
        return plus() + aligned(capacity * sizes.polarization);
    }

    /** Where the rows' flags lie, an int each. */
    public long flags() {
        return cross() + aligned(capacity * sizes.polarization);
    }

    /** What becomes of h_plus before it leaves; h_plus itself where nothing does. */
    public long keptPlus() {
        return sizes.isTransformed ? endOfFlags() : plus();
    }

    /** The same of h_cross. */
    public long keptCross() {
        return sizes.isTransformed ? keptPlus() + aligned(capacity * sizes.kept) : cross();
    }

    /** What rows are turned by, two doubles each, where they are turned. */
    public long chirps() {
        return sizes.isTransformed ? keptCross() + aligned(capacity * sizes.kept) : endOfFlags();
    }

    private long endOfFlags() {
        return flags() + aligned((long) capacity * Integer.BYTES);
    }

    /** Gives the memory back. */
    public void free() {
        device.free(address);
    }

    private static long aligned(long bytes) {
        return Math.ceilDiv(bytes, ALIGNMENT) * ALIGNMENT;
    }

    /**
     * Bytes of what one row takes.
     *
     * @param row its coefficients
     * @param polarization one of its polarizations
     * @param kept the same as it leaves the device
     * @param isTransformed whether that is something else than the polarization, and has its own place
     * @param isTurned whether rows are turned in between
     */
    public record Sizes(long row, long polarization, long kept, boolean isTransformed, boolean isTurned) {
        /**
         * The sizes of a task.
         *
         * @param transform what is done to rows on the device; empty where polarizations leave it as they are
         */
        static Sizes of(int stride, int bins, Optional<MatrixTransform> transform, Precision precision) {
            return new Sizes((long) stride * Double.BYTES, (long) bins * precision.complexBytes(),
                (long) transform.map(MatrixTransform::columns).orElse(bins) * precision.complexBytes(),
                transform.isPresent(), transform.flatMap(MatrixTransform::turning).isPresent());
        }

        /** Where polarizations leave the device as they are. */
        static Sizes of(int stride, int bins, Precision precision) {
            return of(stride, bins, Optional.empty(), precision);
        }

        /** Device memory for so many rows. */
        public long total(int capacity) {
            return aligned(capacity * row) + 2 * aligned(capacity * polarization)
                + aligned((long) capacity * Integer.BYTES) + (isTransformed ? 2 * aligned(capacity * kept) : 0)
                + (isTurned ? aligned(capacity * DeviceTurning.ROW_BYTES) : 0);
        }
    }
}
