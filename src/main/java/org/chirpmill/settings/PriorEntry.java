package org.chirpmill.settings;

import java.util.OptionalInt;

/**
 * One parameter's prior, as it was written.
 *
 * @param value a prior's text (also {@code default}), or a number as {@link Long} or {@link Double}
 * @param line the line it stands in, from 1, where known
 */
public record PriorEntry(Object value, OptionalInt line) {}
