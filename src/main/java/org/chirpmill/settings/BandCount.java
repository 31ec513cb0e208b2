package org.chirpmill.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * How many bins the bands of a multibanded domain have, and whether dingo-gw accepts the result. dingo-gw does this in
 * single precision and rounds towards zero, which decides the counts where a spacing such as 0.1 Hz is no binary
 * fraction; so it is done the same way here. (Frequencies are computed in double elsewhere.)
 */
final class BandCount {
    private BandCount() {}

    static List<DomainSettings.Band> bands(List<Double> nodes, double initialDeltaF, double baseDeltaF) {
        List<DomainSettings.Band> bands = new ArrayList<>();
        for (int band = 0; band + 1 < nodes.size(); band++) {
            double deltaF = Math.scalb(initialDeltaF, band);
            long decimation = (long) ((float) deltaF / (float) baseDeltaF);
            long width = baseIndex(nodes.get(band + 1), baseDeltaF) - baseIndex(nodes.get(band), baseDeltaF);
            bands.add(new DomainSettings.Band(deltaF, Math.toIntExact(width / decimation)));
        }
        return List.copyOf(bands);
    }

    /**
     * Whether a band is a whole number of bins; where not, dingo-gw drops the rest and cannot bring measured data
     * onto the domain.
     */
    static boolean isWhole(double lowerNode, double upperNode, double deltaF) {
        double bins = (upperNode - lowerNode) / deltaF;
        return Math.abs(bins - Math.rint(bins)) < 1e-9 * Math.max(1, bins);
    }

    /**
     * Whether the first and the last base bin that the bands cover are frequencies of the base grid, both in single
     * precision; dingo-gw refuses a domain where they are not.
     */
    static boolean endsOnBaseGrid(DomainSettings.Multibanded domain) {
        float first = domain.nodes().getFirst().floatValue();
        float width = 0;
        for (DomainSettings.Band band : domain.bands()) {
            for (int bin = 0; bin < band.bins(); bin++) {
                width += (float) band.deltaF();
            }
        }
        float last = first + width - (float) domain.baseDomain().deltaF();
        return isOnGrid(first, domain.baseDomain()) && isOnGrid(last, domain.baseDomain());
    }

    private static boolean isOnGrid(float frequency, DomainSettings.Uniform grid) {
        long intervals = (long) (grid.maximumFrequency() / grid.deltaF());
        long index = Math.round(frequency / grid.deltaF());
        return index >= 0 && index <= intervals && frequency == (float) (index * (grid.maximumFrequency() / intervals));
    }

    private static long baseIndex(double node, double baseDeltaF) {
        return (long) ((float) node / (float) baseDeltaF);
    }
}
