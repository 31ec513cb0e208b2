package org.chirpmill.model;

/** An option that a model does not have; the message says so of the option, without naming it. */
public final class UnsupportedOptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String option;

    /** The refusal of the named option of {@code waveform_generator}. */
    public UnsupportedOptionException(String option, String complaint) {
        super(complaint);
        this.option = option;
    }

    /** The option's name. */
    public String option() {
        return option;
    }
}
