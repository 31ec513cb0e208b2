package org.chirpmill.prior;

import static org.chirpmill.parameters.SpinParameter.ALIGNED;
import static org.chirpmill.parameters.SpinParameter.COS_TILT;
import static org.chirpmill.parameters.SpinParameter.IN_PLANE;
import static org.chirpmill.parameters.SpinParameter.MAGNITUDE;
import static org.chirpmill.parameters.SpinParameter.TILT;
import static org.chirpmill.prior.DerivedQuantity.combine;

import java.util.List;
import org.chirpmill.parameters.BodySpin;
import org.chirpmill.parameters.SpinParameter;

/**
 * What follows from draws about the spin of one body. What is drawn counts, whatever else is drawn; a magnitude and the
 * cosine of a tilt, each found by itself, stand for the rest.
 *
 * @param columns names of a row's columns
 * @param body 1 or 2
 */
record SpinQuantities(List<String> columns, int body) {

    /** The quantity of that parameter; null where it does not follow. */
    DerivedQuantity of(SpinParameter parameter) {
        DerivedQuantity drawn = drawn(parameter);
        return drawn != null ? drawn : switch (parameter) {
            case MAGNITUDE -> magnitude();
            case TILT -> of(COS_TILT) == null ? null : of(COS_TILT).then(StrictMath::acos);
            case COS_TILT -> cosineOfTilt();
            case ALIGNED -> combine(of(MAGNITUDE), of(COS_TILT), (a, cosine) ->
                BodySpin.ofCosine(a, cosine).aligned());
            case IN_PLANE -> combine(of(MAGNITUDE), of(COS_TILT), SpinQuantities::inPlane);
        };
    }

    private DerivedQuantity magnitude() {
        DerivedQuantity aligned = drawn(ALIGNED);
        if (drawn(IN_PLANE) != null) {
            return combine(aligned, drawn(IN_PLANE), (chi, across) ->
                BodySpin.ofComponents(chi, across).magnitude());
        }
        return aligned == null ? null : aligned.then(chi -> BodySpin.ofAligned(chi).magnitude());
    }

    private DerivedQuantity cosineOfTilt() {
        return drawn(TILT) != null ? drawn(TILT).then(StrictMath::cos)
            : combine(drawn(ALIGNED), of(MAGNITUDE), (chi, a) -> a == 0 ? 1 : chi / a);
    }

    /** As bilby has it, and 0 for a cosine beyond 1, which only a source refuses. */
    private static double inPlane(double a, double cosine) {
        return a * StrictMath.sqrt(StrictMath.max(1 - cosine * cosine, 0));
    }

    private DerivedQuantity drawn(SpinParameter parameter) {
        return DerivedQuantity.drawn(columns, parameter.key(body));
    }
}
