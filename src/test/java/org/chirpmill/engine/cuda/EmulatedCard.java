package org.chirpmill.engine.cuda;

import java.util.List;
import org.chirpmill.engine.EvaluatorProvider;

/**
 * An emulated device as those see it who measure one.
 *
 * @param card the only one
 * @param gauge its clock
 * @param backend the cuda backend on it
 */
public record EmulatedCard(Card card, Gauge gauge, EvaluatorProvider backend) {
    /** The device is current afterwards. */
    public static EmulatedCard of(EmulatedDevice device) {
        Cards cards = Cards.of(List.of(device));
        device.makeCurrent();
        return new EmulatedCard(cards.usable().getFirst(), new EmulatedGauge(device),
            new CudaProvider(() -> cards, List.of(), Long.MAX_VALUE));
    }
}
