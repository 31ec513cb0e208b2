package org.chirpmill.domain;

import java.util.List;
import java.util.OptionalDouble;
import org.chirpmill.settings.DomainSettings.Band;

/**
 * Bands whose spacing doubles from one to the next. Each bin stands for the bins of a uniform base grid from its lower
 * edge up to, and without, the next bin's, and lies at the mean of those frequencies.
 *
 * @param firstNode the lower edge of the first bin, Hz
 * @param baseDeltaF the spacing of the base grid, Hz
 * @param bands the bands from low to high frequencies
 */
public record MultibandedFrequencyDomain(double firstNode, double baseDeltaF, List<Band> bands)
    implements FrequencyDomain {

    /** Copies the bands. */
    public MultibandedFrequencyDomain {
        bands = List.copyOf(bands);
    }

    /** The grid, all of it evaluated; f_start has no meaning here, as in dingo-gw. */
    @Override
    public FrequencyGrid grid(OptionalDouble startFrequency) {
        double[] frequencies = new double[bands.stream().mapToInt(Band::bins).sum()];
        double bandStart = firstNode;
        int next = 0;
        for (Band band : bands) {
            for (int bin = 0; bin < band.bins(); bin++) {
                double lowest = bandStart + bin * band.deltaF();
                double highest = bandStart + (bin + 1) * band.deltaF() - baseDeltaF;
                frequencies[next++] = (lowest + highest) / 2;
            }
            bandStart += band.bins() * band.deltaF();
        }
        return FrequencyGrid.ofSamples(frequencies);
    }

    @Override
    public double lowestFrequency() {
        return firstNode;
    }

    @Override
    public double highestFrequency() {
        return firstNode - baseDeltaF + bands.stream().mapToDouble(band -> band.bins() * band.deltaF()).sum();
    }

    /** dingo-gw adds the widths of the bins up one by one. */
    @Override
    public double[] dingoFrequencies() {
        double[] frequencies = new double[bands.stream().mapToInt(Band::bins).sum()];
        float node = (float) firstNode;
        float base = (float) baseDeltaF;
        float sum = 0;
        int next = 0;
        for (Band band : bands) {
            for (int bin = 0; bin < band.bins(); bin++) {
                float lowest = node + sum;
                sum += (float) band.deltaF();
                float highest = node + sum - base;
                frequencies[next++] = (highest + lowest) / 2;
            }
        }
        return frequencies;
    }
}
