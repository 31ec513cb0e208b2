package org.chirpmill.settings;

import java.util.ArrayList;
import java.util.List;
import org.chirpmill.numbers.Multiples;

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

    /** How many bins a band has by the decimals of its nodes and spacings; the rest of the division is dropped too. */
    static long inDecimals(double lowerNode, double upperNode, double deltaF, double baseDeltaF) {
        if (Double.isInfinite(deltaF)) {
            return 0;
        }
        long width = Multiples.whole(upperNode, baseDeltaF) - Multiples.whole(lowerNode, baseDeltaF);
        return width / Multiples.whole(deltaF, baseDeltaF);
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
        double maximum = DingoBins.storedMaximum(grid.maximumFrequency(), grid.deltaF());
        long intervals = DingoBins.bins(maximum, grid.deltaF()) - 1;
        long index = Math.round(frequency / grid.deltaF());
        return index >= 0 && index <= intervals && frequency == (float) (index * (maximum / intervals));
    }

    private static long baseIndex(double node, double baseDeltaF) {
        return (long) ((float) node / (float) baseDeltaF);
    }
}
