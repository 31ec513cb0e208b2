package org.chirpmill.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chirpmill.parameters.DistanceMeasure;
import org.chirpmill.parameters.Inclination;
import org.chirpmill.parameters.MassParameter;
import org.chirpmill.parameters.OrbitalPhase;
import org.chirpmill.parameters.SpinParameter;

/** What named parameters lack of a source: where dingo-gw stops with a {@code KeyError}. */
public final class MissingParameters {
    private final List<String> given;
    private final List<String> missing = new ArrayList<>();

    private MissingParameters(List<String> given) {
        this.given = given;
    }

    /**
     * Names that would complete a source, in the order in which settings tell of one. Each stands for what says the
     * same: theta_jn for cos_theta_jn.
     *
     * @param given names of parameters
     * @param precessing whether spins may lie in any direction
     */
    public static List<String> of(List<String> given, boolean precessing) {
        MissingParameters parameters = new MissingParameters(given);
        parameters.lookForMasses();
        parameters.lookForSpin(1, precessing);
        parameters.lookForSpin(2, precessing);
        parameters.lookFor(Inclination.keys(), Inclination.THETA_JN.key());
        parameters.lookFor(OrbitalPhase.keys(), OrbitalPhase.PHASE.key());
        parameters.lookFor(DistanceMeasure.keys(), DistanceMeasure.LUMINOSITY_DISTANCE.key());
        return List.copyOf(parameters.missing);
    }

    private void lookForMasses() {
        lookFor(MassParameter.massKeys(), MassParameter.CHIRP_MASS.key());
        boolean lacksOne = Stream.of(MassParameter.values()).filter(MassParameter::isMass)
            .filter(mass -> hasAny(mass.keys())).count() < 2;
        if (lacksOne) {
            lookFor(MassParameter.ratioKeys(), MassParameter.MASS_RATIO.key());
        }
    }

    private void lookForSpin(int body, boolean precessing) {
        String magnitude = SpinParameter.MAGNITUDE.key(body);
        String tilt = SpinParameter.TILT.key(body);
        String aligned = SpinParameter.ALIGNED.key(body);
        List<String> tilts = List.of(tilt, SpinParameter.COS_TILT.key(body));
        if (hasAny(tilts) || precessing && !hasAny(List.of(aligned, SpinParameter.IN_PLANE.key(body)))) {
            lookFor(List.of(magnitude), magnitude);
            lookFor(tilts, tilt);
        } else if (!hasAny(List.of(magnitude))) {
            lookFor(List.of(aligned), aligned);
        }
    }

    private void lookFor(List<String> equivalents, String name) {
        if (!hasAny(equivalents)) {
            missing.add(name);
        }
    }

    private boolean hasAny(List<String> names) {
        return names.stream().anyMatch(given::contains);
    }
}
