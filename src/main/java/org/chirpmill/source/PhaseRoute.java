package org.chirpmill.source;

import java.util.List;
import org.chirpmill.names.Enumeration;
import org.chirpmill.parameters.OrbitalPhase;

/** How the orbital phase follows from a row: it is given, or follows from delta_phase, psi and the inclination. */
final class PhaseRoute {
    private static final String PHASE = OrbitalPhase.PHASE.key();
    private static final String DELTA_PHASE = OrbitalPhase.DELTA_PHASE.key();

    private final Column phase;
    private final Column polarization;

    private PhaseRoute(Column phase, Column polarization) {
        this.phase = phase;
        this.polarization = polarization;
    }

    static PhaseRoute of(Columns columns) {
        List<String> given = columns.present(OrbitalPhase.keys());
        if (given.size() == 2) {
            throw new UnusableParametersException(
                "The phase is given more than once: keep one of " + Enumeration.and(given) + ".");
        }
        if (columns.has(PHASE)) {
            return new PhaseRoute(columns.column(PHASE), null);
        }
        if (!columns.has(DELTA_PHASE)) {
            throw new UnusableParametersException("The phase is not given: add phase, or delta_phase with psi.");
        }
        if (!columns.has("psi")) {
            throw new UnusableParametersException("The phase is not determined by delta_phase alone: add psi.");
        }
        return new PhaseRoute(columns.column(DELTA_PHASE), columns.column("psi"));
    }

    /** The phase of a row, rad; from 0 to 2 pi where it is derived, as given otherwise. */
    double phase(double[] values, int offset, double thetaJn) throws UnphysicalSourceException {
        double given = phase.in(values, offset);
        return polarization == null ? given : OrbitalPhase.ofDelta(given, polarization.in(values, offset), thetaJn);
    }
}
