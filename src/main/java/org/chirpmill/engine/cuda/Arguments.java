package org.chirpmill.engine.cuda;

import java.util.List;

/** What a kernel is launched with. */
public interface Arguments {
    /** Longs for addresses, ints and doubles, as the kernel declares them. */
    List<Number> inOrder();
}
