package org.chirpmill.settings;

/** How much of settings is taken in: far more than any dataset needs, far less than a machine's memory holds. */
final class SettingsLimits {
    /** Of a file, and of all that aliases make of it: 1 MiB. A table in a prior of some ten thousand points is half. */
    static final int CHARACTERS = 1 << 20;
    /** Mappings, lists and scalars. */
    static final int VALUES = 10_000;
    /** Of the literal in a dataset, in which what a file may hold is longer: with escapes and default priors. */
    static final int LITERAL_CHARACTERS = 5 * CHARACTERS;
    /** The same of values. */
    static final int LITERAL_VALUES = 2 * VALUES;
    /** Levels of mappings and lists. */
    static final int DEPTH = 50;
    /** The same in the literal. */
    static final int LITERAL_DEPTH = 2 * DEPTH;
    /** Characters of an entry's keys, joined by dots: each value remembers its line by them. */
    static final int PATH = 500;
    /** Characters of a number. The digits of the longest double, written out, are 767. */
    static final int NUMBER = 1_000;

    private SettingsLimits() {}
}
