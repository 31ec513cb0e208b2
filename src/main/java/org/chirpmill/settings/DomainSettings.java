package org.chirpmill.settings;

import java.util.List;

/** The {@code domain} settings: the frequencies at which waveforms are stored. */
public sealed interface DomainSettings {
    /** The highest frequency of the uniform grid that waveforms live on or are banded from, Hz. */
    double maximumFrequency();

    /**
     * Frequencies from 0 to f_max at one spacing; waveforms are zero below f_min. Named
     * {@code UniformFrequencyDomain}, {@code FrequencyDomain} or {@code FD}.
     *
     * @param minimumFrequency f_min, Hz
     * @param maximumFrequency f_max, Hz, a whole multiple of the spacing
     * @param deltaF delta_f, the spacing, Hz
     */
    record Uniform(double minimumFrequency, double maximumFrequency, double deltaF) implements DomainSettings {}

    /**
     * Bands of doubling spacing, each stored bin standing for a few bins of a uniform base grid. Named
     * {@code MultibandedFrequencyDomain} or {@code MFD}.
     *
     * @param nodes the band edges, Hz, strictly increasing, one more than there are bands
     * @param initialDeltaF delta_f_initial, the spacing in the first band, Hz, a whole multiple of the base grid's
     * @param baseDomain the base grid; where the settings give only {@code base_delta_f}, it spans the nodes
     */
    record Multibanded(List<Double> nodes, double initialDeltaF, Uniform baseDomain) implements DomainSettings {
        /** Copies the nodes. */
        public Multibanded {
            nodes = List.copyOf(nodes);
        }

        @Override
        public double maximumFrequency() {
            return baseDomain.maximumFrequency();
        }

        /** The bands from low to high frequencies, counted as dingo-gw counts them. */
        public List<Band> bands() {
            return BandCount.bands(nodes, initialDeltaF, baseDomain.deltaF());
        }
    }

    /**
     * One band of a multibanded domain.
     *
     * @param deltaF the spacing of its bins, Hz
     * @param bins how many bins it has; may be none
     */
    record Band(double deltaF, int bins) {}
}
