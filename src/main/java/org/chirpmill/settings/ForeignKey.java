package org.chirpmill.settings;

/** A key that means something to dingo-gw, dingo-waveform or LALSimulation and is none of ours. */
sealed interface ForeignKey {
    /**
     * One that changes no waveform.
     *
     * @param reason goes on from the key: what it is, and that it is ignored
     */
    record Idle(String reason) implements ForeignKey {}

    /**
     * An option of LALSimulation of which there is one value here.
     *
     * @param only that value, LALSimulation's default
     */
    record Fixed(Object only) implements ForeignKey {}

    /**
     * One that changes waveforms as nothing here can.
     *
     * @param reason goes on from the key: whose it is, and that it is not there
     */
    record Missing(String reason) implements ForeignKey {}

    /** One of another mapping, which programs that write settings list as null where it does not belong. */
    record Elsewhere() implements ForeignKey {}
}
