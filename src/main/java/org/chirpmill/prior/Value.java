package org.chirpmill.prior;

import java.util.List;

/** What a piece of a prior string means. */
sealed interface Value {
    /** How to speak of its kind in an error. */
    String kind();

    /** A number, the result of arithmetic included. */
    record Number(double value) implements Value {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /** A quoted string. */
    record Text(String value) implements Value {
        @Override
        public String kind() {
            return "a string";
        }
    }

    /** True or False. */
    record Flag(boolean value) implements Value {
        @Override
        public String kind() {
            return "True or False";
        }
    }

    /** None. */
    record Nothing() implements Value {
        @Override
        public String kind() {
            return "None";
        }
    }

    /** A list. */
    record Sequence(List<Value> values) implements Value {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A prior, written as a call. */
    record Nested(Prior prior) implements Value {
        @Override
        public String kind() {
            return "a distribution";
        }
    }
}
