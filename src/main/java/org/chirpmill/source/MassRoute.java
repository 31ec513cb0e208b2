package org.chirpmill.source;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chirpmill.names.Enumeration;
import org.chirpmill.parameters.MassPair;
import org.chirpmill.parameters.MassParameter;
import org.chirpmill.physics.ComponentMasses;

/**
 * How the detector-frame masses follow from a row: two quantities that determine them, each possibly given in the
 * source's frame, where it is smaller by 1 + redshift.
 */
final class MassRoute {
    private final MassPair pair;
    private final MassColumn first;
    private final MassColumn second;

    private MassRoute(MassPair pair, MassColumn first, MassColumn second) {
        this.pair = pair;
        this.first = first;
        this.second = second;
    }

    static MassRoute of(Columns columns) {
        Map<MassParameter, String> given = new EnumMap<>(MassParameter.class);
        for (MassParameter parameter : MassParameter.values()) {
            List<String> frames = columns.present(parameter.keys());
            if (frames.size() == 2) {
                throw new UnusableParametersException(
                    "Both " + Enumeration.and(frames) + " are given, which determine one another: keep one of them.");
            }
            frames.forEach(name -> given.put(parameter, name));
        }
        List<String> names = List.copyOf(given.values());
        boolean hasScale = given.keySet().stream().anyMatch(MassParameter::isMass);
        if (names.size() > 2) {
            throw new UnusableParametersException(
                "The masses are given more than once: keep two of " + Enumeration.and(names) + ".");
        }
        if (names.size() < 2 || !hasScale) {
            throw new UnusableParametersException(missing(given.keySet(), names, hasScale));
        }
        List<MassParameter> parameters = List.copyOf(given.keySet());
        MassPair pair = MassPair.of(parameters.get(0), parameters.get(1));
        return new MassRoute(pair,
            MassColumn.of(columns, pair.first(), names.get(0)), MassColumn.of(columns, pair.second(), names.get(1)));
    }

    private static String missing(Set<MassParameter> given, List<String> names, boolean hasScale) {
        List<String> additions = Arrays.stream(MassParameter.values())
            .filter(parameter -> !given.contains(parameter))
            .filter(parameter -> given.isEmpty() || hasScale || parameter.isMass())
            .map(MassParameter::key)
            .toList();
        return given.isEmpty()
            ? "The masses are not given: add two of " + Enumeration.and(additions) + ", at least one of them a mass."
            : "The masses are not determined by " + Enumeration.and(names) + " alone: add "
                + Enumeration.or(additions) + ".";
    }

    /** Whether the conversion needs the source's redshift. */
    boolean needsRedshift() {
        return first.inSourceFrame || second.inSourceFrame;
    }

    /** The detector-frame masses of a row, solar masses. */
    ComponentMasses masses(double[] values, int offset, double redshift) throws UnphysicalSourceException {
        ComponentMasses masses = pair.masses(
            first.detectorFrame(values, offset, redshift), second.detectorFrame(values, offset, redshift));
        if (!masses.arePhysical()) {
            String one = first.column.name();
            String two = second.column.name();
            throw new UnphysicalSourceException(List.of(two, one), two + " = " + second.column.in(values, offset)
                + " and " + one + " = " + first.column.in(values, offset) + " belong to no binary.");
        }
        return masses;
    }

    private record MassColumn(Column column, boolean inSourceFrame) {
        static MassColumn of(Columns columns, MassParameter parameter, String name) {
            return new MassColumn(columns.column(name), !name.equals(parameter.key()));
        }

        double detectorFrame(double[] values, int offset, double redshift) throws UnphysicalSourceException {
            double value = column.positiveIn(values, offset);
            return inSourceFrame ? value * (1 + redshift) : value;
        }
    }
}
