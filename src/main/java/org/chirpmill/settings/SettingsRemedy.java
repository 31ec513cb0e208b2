package org.chirpmill.settings;

/** What can be done about settings that lack something, a clause each; the command line says its command. */
public enum SettingsRemedy {
    /** {@code BandSearch} finds the bands that a prior needs. */
    FIND_BANDS("a search for bands finds some");

    private final String clause;

    SettingsRemedy(String clause) {
        this.clause = clause;
    }

    /** What to do, without a full stop; names no command. */
    public String clause() {
        return clause;
    }
}
