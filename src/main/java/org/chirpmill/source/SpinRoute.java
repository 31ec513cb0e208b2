package org.chirpmill.source;

import java.util.List;
import org.chirpmill.parameters.BodySpin;

/** How one body's spin follows from a row, in the forms that bilby knows. */
final class SpinRoute {
    /** Which columns give the spin. */
    private enum Form {
        /** a_i and tilt_i. */
        TILT,
        /** a_i and cos_tilt_i. */
        COSINE,
        /** chi_i: no component in the plane. */
        ALIGNED,
        /** a_i and chi_i, the magnitude and its aligned component. */
        ALIGNED_OF_MAGNITUDE,
        /** chi_i and chi_i_in_plane, both components. */
        COMPONENTS
    }

    private final Form form;
    private final Column first;
    private final Column second;

    private SpinRoute(Form form, Column first, Column second) {
        this.form = form;
        this.first = first;
        this.second = second;
    }

    static SpinRoute of(Columns columns, int body) {
        String magnitude = "a_" + body;
        String tilt = "tilt_" + body;
        String cosine = "cos_tilt_" + body;
        String aligned = "chi_" + body;
        String inPlane = "chi_" + body + "_in_plane";
        List<String> given = columns.present(magnitude, tilt, cosine, aligned, inPlane);
        if (given.equals(List.of(magnitude, tilt))) {
            return new SpinRoute(Form.TILT, columns.column(magnitude), columns.column(tilt));
        }
        if (given.equals(List.of(magnitude, cosine))) {
            return new SpinRoute(Form.COSINE, columns.column(magnitude), columns.column(cosine));
        }
        if (given.equals(List.of(aligned))) {
            return new SpinRoute(Form.ALIGNED, columns.column(aligned), null);
        }
        if (given.equals(List.of(magnitude, aligned))) {
            return new SpinRoute(Form.ALIGNED_OF_MAGNITUDE, columns.column(magnitude), columns.column(aligned));
        }
        if (given.equals(List.of(aligned, inPlane))) {
            return new SpinRoute(Form.COMPONENTS, columns.column(aligned), columns.column(inPlane));
        }
        throw new UnusableParametersException(complaint(given, body));
    }

    private static String complaint(List<String> given, int body) {
        String spin = "The spin of body " + body;
        String allowed = String.format(
            "give a_%1$d with tilt_%1$d or cos_tilt_%1$d, or chi_%1$d, alone or with a_%1$d or chi_%1$d_in_plane.",
            body);
        if (given.isEmpty()) {
            return spin + " is not given: " + allowed;
        }
        if (given.size() == 1) {
            return spin + " is not determined by " + given.getFirst() + " alone: " + allowed;
        }
        return spin + " is not given in one way by " + Columns.and(given) + ": " + allowed;
    }

    /** The spin in a row. */
    BodySpin spin(double[] values, int offset) throws UnphysicalSourceException {
        return switch (form) {
            case TILT -> ofTilt(first.in(values, offset, 0, 1), second.in(values, offset));
            case COSINE -> ofCosine(first.in(values, offset, 0, 1), second.in(values, offset, -1, 1));
            case ALIGNED -> new BodySpin(first.in(values, offset, -1, 1), 0);
            case ALIGNED_OF_MAGNITUDE -> {
                double magnitude = first.in(values, offset, 0, 1);
                double aligned = second.in(values, offset, -magnitude, magnitude);
                yield new BodySpin(aligned, Math.sqrt((magnitude - aligned) * (magnitude + aligned)));
            }
            case COMPONENTS -> ofComponents(first.in(values, offset), second.in(values, offset));
        };
    }

    /** The double nearest to pi means anti-aligned, though its sine is 1e-16. */
    private static BodySpin ofTilt(double magnitude, double tilt) {
        return new BodySpin(
            magnitude * StrictMath.cos(tilt), tilt == Math.PI ? 0 : magnitude * StrictMath.sin(tilt));
    }

    private static BodySpin ofCosine(double magnitude, double cosine) {
        return new BodySpin(magnitude * cosine, magnitude * Math.sqrt((1 - cosine) * (1 + cosine)));
    }

    private BodySpin ofComponents(double aligned, double inPlane) throws UnphysicalSourceException {
        double magnitude = StrictMath.hypot(aligned, inPlane);
        if (magnitude > 1) {
            throw new UnphysicalSourceException(
                first.name() + " = " + aligned + " and " + second.name() + " = " + inPlane + " make a spin of "
                    + magnitude + ", which is above 1.");
        }
        return new BodySpin(aligned, Math.abs(inPlane));
    }
}
