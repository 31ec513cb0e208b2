package org.chirpmill.prior;

import java.util.List;
import java.util.Map;

/** What a piece of a prior string means. */
sealed interface Value {
    /** How to speak of its kind in an error. */
    String kind();

    /**
     * A number, the result of arithmetic included.
     *
     * @param value the number
     * @param whole whether Python has an {@code int} there
     */
    record Number(double value, boolean whole) implements Value {
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

    /** A dictionary whose keys are strings. */
    record Dictionary(Map<String, Value> entries) implements Value {
        @Override
        public String kind() {
            return "a dictionary";
        }
    }

    /**
     * A prior, written as a call.
     *
     * @param prior what it means
     * @param arguments what it was called with
     */
    record Nested(Prior prior, Arguments arguments) implements Value {
        @Override
        public String kind() {
            return "a distribution";
        }
    }
}
