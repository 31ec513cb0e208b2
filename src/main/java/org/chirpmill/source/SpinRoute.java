package org.chirpmill.source;

import java.util.List;
import org.chirpmill.names.Enumeration;
import org.chirpmill.parameters.BodySpin;
import org.chirpmill.parameters.SpinForm;
import org.chirpmill.parameters.SpinParameter;

/** How one body's spin follows from a row: in one form, and with values that belong to a spin. */
final class SpinRoute {
    private final SpinForm form;
    private final Column first;
    private final Column second;

    private SpinRoute(SpinForm form, Column first, Column second) {
        this.form = form;
        this.first = first;
        this.second = second;
    }

    static SpinRoute of(Columns columns, int body) {
        List<String> given = columns.present(SpinParameter.keys(body));
        SpinForm form = SpinForm.of(given, body)
            .orElseThrow(() -> new UnusableParametersException(complaint(given, body)));
        List<Column> found = given.stream().map(columns::column).toList();
        return new SpinRoute(form, found.getFirst(), found.size() == 1 ? null : found.getLast());
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
        return spin + " is not given in one way by " + Enumeration.and(given) + ": " + allowed;
    }

    /** Whether it has no component in the orbital plane, whatever the row. */
    boolean isAligned() {
        return form == SpinForm.ALIGNED;
    }

    /** The spin in a row. */
    BodySpin spin(double[] values, int offset) throws UnphysicalSourceException {
        return switch (form) {
            case TILT -> BodySpin.ofTilt(first.in(values, offset, 0, 1), second.in(values, offset));
            case COSINE -> BodySpin.ofCosine(first.in(values, offset, 0, 1), second.in(values, offset, -1, 1));
            case ALIGNED -> BodySpin.ofAligned(first.in(values, offset, -1, 1));
            case ALIGNED_OF_MAGNITUDE -> {
                double magnitude = first.in(values, offset, 0, 1);
                yield BodySpin.ofMagnitudeAndAligned(magnitude, second.in(values, offset, -magnitude, magnitude));
            }
            case COMPONENTS -> ofComponents(first.in(values, offset), second.in(values, offset));
        };
    }

    private BodySpin ofComponents(double aligned, double inPlane) throws UnphysicalSourceException {
        BodySpin spin = BodySpin.ofComponents(aligned, inPlane);
        double magnitude = spin.magnitude();
        if (magnitude > 1) {
            throw new UnphysicalSourceException(List.of(first.name(), second.name()),
                first.name() + " = " + aligned + " and " + second.name() + " = " + inPlane + " make a spin of "
                    + magnitude + ", which is above 1.");
        }
        return spin;
    }
}
