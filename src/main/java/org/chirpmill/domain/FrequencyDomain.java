package org.chirpmill.domain;

import java.util.OptionalDouble;
import org.chirpmill.settings.DomainSettings;

/** Where waveforms of a dataset live: one of dingo-gw's two frequency domains. */
public sealed interface FrequencyDomain permits UniformFrequencyDomain, MultibandedFrequencyDomain {
    /**
     * The domain that settings describe.
     *
     * @param settings checked settings
     */
    static FrequencyDomain of(DomainSettings settings) {
        return switch (settings) {
            case DomainSettings.Uniform uniform -> new UniformFrequencyDomain(
                uniform.minimumFrequency(), uniform.maximumFrequency(), uniform.deltaF());
            case DomainSettings.Multibanded multibanded -> new MultibandedFrequencyDomain(
                multibanded.nodes().getFirst(), multibanded.baseDomain().deltaF(), multibanded.bands());
        };
    }

    /**
     * The frequencies of a stored waveform.
     *
     * @param startFrequency f_start, where waveforms begin, Hz; empty where they begin with the domain
     */
    FrequencyGrid grid(OptionalDouble startFrequency);

    /** f_min of a uniform domain, the first node of a multibanded one, Hz. */
    double lowestFrequency();

    /** dingo-gw's f_max, Hz: of a multibanded domain the highest base bin that its last bin stands for. */
    double highestFrequency();

    /**
     * The bins' frequencies as dingo-gw has them, Hz: computed in single precision, which shows where spacings are no
     * sums of a few powers of two. It takes phases at them, waveforms of a uniform domain at the true ones.
     */
    double[] dingoFrequencies();

    /** The frequencies of a stored waveform that begins with the domain. */
    default FrequencyGrid grid() {
        return grid(OptionalDouble.empty());
    }
}
