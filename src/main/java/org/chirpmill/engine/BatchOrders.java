package org.chirpmill.engine;

import java.util.Optional;

/** Where standing workers get their orders: several threads ask at once. */
public interface BatchOrders {
    /** The next order, as soon as there is one. */
    BatchOrder take() throws InterruptedException;

    /** The next order if there is one now. */
    Optional<BatchOrder> takeNow();
}
