package org.chirpmill.engine.cuda;

import java.util.Optional;
import java.util.OptionalInt;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/**
 * The entry point that serves a model, precision and accuracy, and how it is launched.
 *
 * @param kernel the entry point
 * @param isFast whether it makes use of a tolerance
 * @param sharedBytes dynamic shared memory a block, bytes
 */
record ChosenKernel(Image.Kernel kernel, boolean isFast, int sharedBytes) {
    /**
     * Takes {@code STEM_fast_PRECISION} where there is a tolerance, the image has it and the device's blocks can have
     * the shared memory that its number {@code STEM_fast_PRECISION_shared_bytes} asks for; else
     * {@code STEM_PRECISION}.
     *
     * @param stem a model's {@code deviceKernel()}
     * @param stride doubles a row: exact kernels hold one row in shared memory, or of rows with tables as much as the
     *     number {@code STEM_shared_bytes} says
     */
    static ChosenKernel of(
            Image image, String stem, int stride, Precision precision, Accuracy accuracy, DeviceFacts facts) {
        String format = switch (precision) {
            case SINGLE -> "_single";
            case DOUBLE -> "_double";
        };
        if (!accuracy.isExact()) {
            String entry = stem + "_fast" + format;
            OptionalInt wanted = image.number(entry + "_shared_bytes");
            if (wanted.isPresent() && wanted.getAsInt() <= facts.sharedBytes()) {
                Optional<Image.Kernel> fast = image.kernel(entry, wanted.getAsInt());
                if (fast.isPresent()) {
                    return new ChosenKernel(fast.get(), true, wanted.getAsInt());
                }
            }
        }
        int shared = image.number(stem + "_shared_bytes").orElse(stride * Double.BYTES);
        Image.Kernel exact = image.kernel(stem + format, shared).orElseThrow(
            () -> new UnsupportedOperationException("the cuda backend's kernels for " + stem + " lack " + stem + format
                + ": build them anew with kernels/build-ptx" + Cards.ALTERNATIVE));
        return new ChosenKernel(exact, false, shared);
    }

    /** The layout of a launch over {@code count} rows. */
    LaunchShape shape(int bins, int count) {
        return isFast ? LaunchShape.fast(count, sharedBytes) : LaunchShape.exact(bins, count, sharedBytes);
    }
}
