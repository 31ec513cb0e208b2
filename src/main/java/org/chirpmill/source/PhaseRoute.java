package org.chirpmill.source;

import java.util.List;

/**
 * How the orbital phase follows from a row: it is given, or it is delta_phase - sign(cos theta_jn) psi, which takes out
 * the polarization angle that it is degenerate with when the binary is seen nearly face-on.
 */
final class PhaseRoute {
    private static final double FULL_TURN = 2 * Math.PI;

    private final Column phase;
    private final Column polarization;

    private PhaseRoute(Column phase, Column polarization) {
        this.phase = phase;
        this.polarization = polarization;
    }

    static PhaseRoute of(Columns columns) {
        List<String> given = columns.present("phase", "delta_phase");
        if (given.size() == 2) {
            throw new UnusableParametersException(
                "The phase is given more than once: keep one of " + Columns.and(given) + ".");
        }
        if (columns.has("phase")) {
            return new PhaseRoute(columns.column("phase"), null);
        }
        if (!columns.has("delta_phase")) {
            throw new UnusableParametersException("The phase is not given: add phase, or delta_phase with psi.");
        }
        if (!columns.has("psi")) {
            throw new UnusableParametersException("The phase is not determined by delta_phase alone: add psi.");
        }
        return new PhaseRoute(columns.column("delta_phase"), columns.column("psi"));
    }

    /** The phase of a row, rad; from 0 to 2 pi where it is derived, as given otherwise. */
    double phase(double[] values, int offset, double thetaJn) throws UnphysicalSourceException {
        double given = phase.in(values, offset);
        if (polarization == null) {
            return given;
        }
        double psi = polarization.in(values, offset);
        double remainder = (given - Math.signum(StrictMath.cos(thetaJn)) * psi) % FULL_TURN;
        return remainder < 0 ? remainder + FULL_TURN : remainder;
    }
}
