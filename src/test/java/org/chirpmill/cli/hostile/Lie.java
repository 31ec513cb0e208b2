package org.chirpmill.cli.hostile;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A file that is in order and means nothing.
 *
 * @param name what it claims
 * @param intact the file that it was made from
 * @param told makes it
 * @param answers what is right
 */
record Lie(String name, String intact, Teller told, Answers answers) {
    /** What is right. */
    enum Answer {
        /** It cannot be used. */
        REFUSED,
        /** The command needs nothing of what is false. */
        AS_INTACT,
        /** It is another set: refused, or found to be different. */
        UNLIKE;

        /** Whether an exit code says so. */
        boolean is(int exitCode, int intact) {
            return switch (this) {
                case REFUSED -> exitCode == 2;
                case AS_INTACT -> exitCode == intact;
                case UNLIKE -> exitCode == 1 || exitCode == 2;
            };
        }
    }

    /** The usual answer, and others for some commands. */
    record Answers(Answer usual, Map<String, Answer> others) {
        static Answers of(Answer usual) {
            return new Answers(usual, Map.of());
        }

        Answers but(Answer other, String... commands) {
            Map<String, Answer> more = new HashMap<>(others);
            for (String command : commands) {
                more.put(command, other);
            }
            return new Answers(usual, more);
        }

        Answer of(FileKind.ReadingCommand command) {
            return others.getOrDefault(command.name(), usual);
        }
    }

    /** Has an author write it. */
    interface Teller {
        void tell(Hdf5Author file) throws IOException;
    }

    FileKind kind() {
        return intact.startsWith("reference") ? FileKind.REFERENCE
            : intact.contains("basis") ? FileKind.BASIS : FileKind.DATASET;
    }

    @Override
    public String toString() {
        return intact + ": " + name;
    }
}
