package org.chirpmill.cli;

import java.util.List;
import org.chirpmill.benchmark.Spread;

/**
 * Chirpmill on one thread beside a peer on one core, over the same rows.
 *
 * @param rates the peer's, exact before multibanding
 * @param waveforms our waveforms a second in conversion, preparation and evaluation, thrown away as the peer does
 * @param generation our waveforms a second in all: draws, checks and writing too, as if one core did it in turn
 */
record PeerComparison(List<PeerRate> rates, Spread waveforms, Spread generation) {
    boolean agrees() {
        return rates.stream().allMatch(PeerRate::agrees);
    }

    double waveformRatio(PeerRate rate) {
        return waveforms.median() / rate.rate().median();
    }

    double generationRatio(PeerRate rate) {
        return generation.median() / rate.rate().median();
    }
}
