package org.chirpmill.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * One pass over a settings tree: collects warnings, all that has to be refused, and the tree with numbers where text
 * was meant as one.
 */
final class Reading {
    /** Whoever has more to mend begins with these. */
    private static final int MOST_TOLD = 20;

    private final List<String> warnings = new ArrayList<>();
    private final List<SettingsException> refusals = new ArrayList<>();
    private final Set<String> unsound = new TreeSet<>();
    private final Map<String, Object> taken = new LinkedHashMap<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private final SettingsTree tree;
    private final UnknownKeys unknownKeys;

    Reading(SettingsTree tree, UnknownKeys unknownKeys) {
        this.tree = tree;
        this.unknownKeys = unknownKeys;
    }

    /** As it was written. */
    SettingsTree tree() {
        return tree;
    }

    /** As it was taken. */
    SettingsTree treeAsTaken() {
        SettingsTree result = tree.with(taken);
        for (Map.Entry<String, String> change : renamed.entrySet()) {
            result = result.renamed(change.getKey(), change.getValue());
        }
        return result;
    }

    List<String> warnings() {
        return warnings;
    }

    boolean refusesUnknownKeys() {
        return unknownKeys == UnknownKeys.REFUSED;
    }

    /** Puts what an entry was taken for in the place of what it was written as. */
    void takeAs(String path, Object value) {
        taken.put(path, value);
    }

    /** Keeps an entry under the name that it has here. */
    void takeUnder(String path, String known) {
        if (!path.equals(known)) {
            renamed.put(path, known);
        }
    }

    /** Adds a warning: a sentence about an entry without its full stop. */
    void warn(String path, String complaint) {
        warnings.add(complaint + " (" + tree.place(path) + ").");
    }

    /** Remembers a refusal of an entry, so that others are found beside it. */
    void refuse(String path, SettingsException refusal) {
        unsound.add(path);
        refusals.add(refusal);
    }

    /** Refuses a key, or warns of it where unknown ones are ignored; the complaint is a sentence without full stop. */
    void refuseKey(String path, String complaint) {
        if (refusesUnknownKeys()) {
            refuse(path, tree.refusal(path, complaint));
        } else {
            warnOfUnknown(path);
        }
    }

    /** Warns of a key that is ignored because nobody knows it. */
    void warnOfUnknown(String path) {
        warn(path, path + " is not a key that Chirpmill knows and is ignored");
    }

    /** Does what throws where it refuses an entry; the refusal is remembered. */
    void collect(String path, Runnable part) {
        try {
            part.run();
        } catch (SettingsException refusal) {
            refuse(path, refusal);
        } catch (Unsound known) {
            // What it was built of is refused already.
        }
    }

    /** The same for what gives a value; {@code otherwise} stands for one that is refused. */
    <T> T collect(String path, T otherwise, Supplier<T> part) {
        List<T> value = new ArrayList<>();
        collect(path, () -> value.add(part.get()));
        return value.isEmpty() ? otherwise : value.getFirst();
    }

    /** Whether nothing of an entry, or of those within, was refused; of all entries for the empty path. */
    boolean isSound(String path) {
        return unsound.stream().noneMatch(refused -> path.isEmpty() || refused.equals(path)
            || refused.startsWith(path + ".") || refused.startsWith(path + "["));
    }

    /** Ends the reading of a part that would build on what is refused. */
    void requireSound(String path) {
        if (!isSound(path)) {
            throw new Unsound();
        }
    }

    /**
     * Throws whatever was refused. Of settings that a dataset holds nobody can mend a line, and the first is enough.
     *
     * @throws SettingsException with all refusals
     */
    void finish() {
        if (!refusals.isEmpty()) {
            throw tree.stored() ? refusals.getFirst() : SettingsException.of(refusals).first(MOST_TOLD, tree.file());
        }
    }

    /** The refusal of an entry's value, or of its absence. */
    SettingsException refusal(String path, String allowed) {
        if (!tree.has(path)) {
            return tree.refusal(path, path + " is missing and must be " + allowed);
        }
        return refusal(path, taken.containsKey(path) ? taken.get(path) : tree.get(path), allowed);
    }

    /** The refusal of a value that is not an entry itself, such as a list's item. */
    SettingsException refusal(String path, Object value, String allowed) {
        return tree.refusal(path, path + " is " + SettingsTree.shown(value) + " but must be " + allowed);
    }

    /** Ends the reading of a part, and is no failure of its own. */
    private static final class Unsound extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Unsound() {
            super(null, null, false, false);
        }
    }
}
