package org.chirpmill.benchmark;

import java.util.List;
import org.chirpmill.numbers.Spread;

/**
 * Chirpmill on one thread beside a peer on one core, over the same rows.
 *
 * @param rates the peer's, exact before multibanding
 * @param generation our waveforms a second in all: draws, checks and writing too, as if one core did it in turn
 */
public record PeerComparison(List<Beside> rates, Spread generation) {
    /**
     * One rate of the peer.
     *
     * @param peer its
     * @param waveforms our waveforms a second in conversion, preparation and evaluation, thrown away as the peer does;
     *     measured just before and just after
     */
    public record Beside(PeerRate peer, Spread waveforms) {
        double ratio() {
            return waveforms.median() / peer.rate().median();
        }
    }

    /** Whether all its waveforms are ours. */
    public boolean agrees() {
        return rates.stream().allMatch(beside -> beside.peer().agrees());
    }

    double generationRatio(Beside beside) {
        return generation.median() / beside.peer().rate().median();
    }
}
