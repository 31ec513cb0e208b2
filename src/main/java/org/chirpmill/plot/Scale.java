package org.chirpmill.plot;

import java.util.Arrays;
import java.util.List;

/**
 * An axis whose ends are known.
 *
 * @param kind how values lie along it
 * @param minimum where it begins
 * @param maximum where it ends
 */
record Scale(Axis.Kind kind, double minimum, double maximum) {
    /** As the axis says, else as its curves' values do, with a little room where {@code isPadded}. */
    static Scale of(Axis axis, List<double[]> values, boolean isPadded) {
        double least = values.stream().flatMapToDouble(Arrays::stream).min().orElseThrow();
        double greatest = values.stream().flatMapToDouble(Arrays::stream).max().orElseThrow();
        double room = isPadded || least == greatest ? 0.05 : 0;
        if (axis.kind() == Axis.Kind.LOGARITHMIC) {
            double factor = least == greatest ? 2 : Math.pow(greatest / least, room);
            least /= factor;
            greatest *= factor;
        } else {
            double margin = room * (least == greatest ? Math.max(1, 20 * Math.abs(least)) : greatest - least);
            least -= margin;
            greatest += margin;
        }
        return new Scale(axis.kind(), Double.isNaN(axis.minimum()) ? least : axis.minimum(),
            Double.isNaN(axis.maximum()) ? greatest : axis.maximum());
    }

    private double even(double value) {
        return kind == Axis.Kind.LOGARITHMIC ? Math.log10(value) : value;
    }

    /** Where a value lies between the ends, 0 to 1. */
    double share(double value) {
        return (even(value) - even(minimum)) / (even(maximum) - even(minimum));
    }

    /** The same of many. */
    double[] shares(double[] values) {
        return Arrays.stream(values).map(this::share).toArray();
    }
}
