package org.chirpmill.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One pass over a settings tree: collects warnings, and the tree with numbers where text was meant as one. */
final class Reading {
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Object> taken = new LinkedHashMap<>();
    private final SettingsTree tree;

    Reading(SettingsTree tree) {
        this.tree = tree;
    }

    /** As it was written. */
    SettingsTree tree() {
        return tree;
    }

    /** As it was taken. */
    SettingsTree treeAsTaken() {
        return tree.with(taken);
    }

    List<String> warnings() {
        return warnings;
    }

    /** Puts what an entry was taken for in the place of what it was written as. */
    void takeAs(String path, Object value) {
        taken.put(path, value);
    }

    /** Adds a warning: a sentence about an entry without its full stop. */
    void warn(String path, String complaint) {
        warnings.add(complaint + " (" + tree.place(path) + ").");
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
}
