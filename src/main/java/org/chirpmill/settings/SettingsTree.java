package org.chirpmill.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Settings as they were written: the same keys in the same order with the values that PyYAML's {@code safe_load} would
 * give, and the line of each. Immutable. Values are unmodifiable {@link Map} and {@link List}, {@link String},
 * {@link Long}, {@link Double}, {@link Boolean} and null. A path is a key or keys joined by dots
 * ({@code domain.delta_f}).
 *
 * @param root the top-level entries
 * @param lines line in the file by path, from 1; list items are found as {@code domain.nodes[2]}; empty where unknown
 * @param file name of the file, as messages show it
 * @param stored whether a dataset holds them, so that anybody may have written them
 * @param files names of the files of their own that entries were read from, by path
 */
public record SettingsTree(
    Map<String, Object> root, Map<String, Integer> lines, String file, boolean stored, Map<String, String> files) {

    private static final int LONGEST_SHOWN = 60;

    /** Copies what it is given, so that no caller can change it later. */
    public SettingsTree {
        root = frozenMap(root);
        lines = Map.copyOf(lines);
        files = Map.copyOf(files);
    }

    /** Settings that stand in one file. */
    public SettingsTree(Map<String, Object> root, Map<String, Integer> lines, String file, boolean stored) {
        this(root, lines, file, stored, Map.of());
    }

    /** Settings that the user gives. */
    SettingsTree(Map<String, Object> root, Map<String, Integer> lines, String file) {
        this(root, lines, file, false);
    }

    /**
     * Reads a YAML or JSON file.
     *
     * @throws SettingsException where the file cannot be read or is no mapping of names to values
     */
    public static SettingsTree read(Path file) {
        return YamlReader.read(file);
    }

    /**
     * Reads YAML or JSON text.
     *
     * @param text the content
     * @param file the name that messages give it
     * @throws SettingsException where the text is no mapping of names to values
     */
    public static SettingsTree parse(String text, String file) {
        return YamlReader.parse(text, file);
    }

    /**
     * Reads the Python literal that a dataset holds as its {@code settings}.
     *
     * @param literal the literal
     * @param file the dataset, as messages show it
     * @throws SettingsException where the text is no literal of a dictionary
     */
    public static SettingsTree ofPythonLiteral(String literal, String file) {
        if (PythonLiteralReader.read(literal, "The settings in " + file) instanceof Map<?, ?> map) {
            return new SettingsTree(textKeys(map), Map.of(), file, true);
        }
        throw new SettingsException("The settings in " + file + " are no Python dictionary.");
    }

    /** Python's literal of these settings, which {@code ast.literal_eval} reads back. */
    public String toPythonLiteral() {
        return PythonLiteral.of(root);
    }

    /** Whether the path leads to an entry, be it null. */
    public boolean has(String path) {
        Map<?, ?> parent = parent(path);
        return parent != null && parent.containsKey(lastKey(path));
    }

    /** The value at a path, null where there is none. */
    public Object get(String path) {
        Map<?, ?> parent = parent(path);
        return parent == null ? null : parent.get(lastKey(path));
    }

    /**
     * These settings with one value replaced in place, or added behind the others.
     *
     * @param path where; missing mappings on the way are made
     * @param value a value as {@link PythonLiteral#of} takes it
     */
    public SettingsTree with(String path, Object value) {
        return with(Collections.singletonMap(path, value));
    }

    /** The same with several values, by path. */
    SettingsTree with(Map<String, Object> values) {
        Map<String, Object> changed = changeable(root);
        values.forEach((path, value) -> {
            Map<String, Object> parent = changed;
            String[] keys = path.split("\\.", -1);
            for (int i = 0; i < keys.length - 1; i++) {
                parent = child(parent, keys[i]);
            }
            parent.put(keys[keys.length - 1], value);
        });
        return new SettingsTree(changed, lines, file, stored, files);
    }

    /**
     * These settings with a mapping at the top level that was read from a file of its own.
     *
     * @param key of the mapping
     * @param mapping what the file holds
     * @param itsLines line in the file of each entry
     * @param itsFile name of the file, as messages show it
     */
    SettingsTree withFile(String key, Map<String, Object> mapping, Map<String, Integer> itsLines, String itsFile) {
        Map<String, Integer> places = new HashMap<>(lines);
        places.keySet().removeIf(path -> path.equals(key) || path.startsWith(key + "."));
        itsLines.forEach((name, line) -> places.put(key + "." + name, line));
        Map<String, String> fileNames = new HashMap<>(files);
        fileNames.put(key, itsFile);
        return new SettingsTree(with(key, mapping).root(), places, file, stored, fileNames);
    }

    /**
     * These settings with an entry under another path, where it keeps its line. A mapping that nothing is left in goes
     * with its last entry.
     */
    SettingsTree renamed(String path, String other) {
        SettingsTree moved = with(other, get(path));
        Map<String, Object> changed = changeable(moved.root);
        remove(changed, path);
        Map<String, Integer> movedLines = new LinkedHashMap<>(lines);
        line(path).ifPresent(line -> movedLines.put(other, line));
        return new SettingsTree(changed, movedLines, file, stored, files);
    }

    /**
     * The file to look for where an entry names one. Settings that the user gives name any. Of the names in those that
     * a dataset holds the last part alone counts, for a file beside it or one that is known by name, lest a dataset of
     * somebody else has any file of this machine read.
     *
     * @throws SettingsException where there is no such part
     */
    public String openable(String path, String name) {
        if (!stored) {
            return name;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (last.isBlank() || last.equals(".") || last.equals("..")
                || last.chars().anyMatch(c -> c == ':' || Character.isISOControl(c))) {
            throw refusal(path, path + " is " + shown(name) + ", which names no file");
        }
        return last;
    }

    /** The line of an entry, or of the nearest one around it. */
    public OptionalInt line(String path) {
        String place = path;
        while (!place.isEmpty()) {
            Integer line = lines.get(place);
            if (line != null) {
                return OptionalInt.of(line);
            }
            place = around(place);
        }
        return OptionalInt.empty();
    }

    /** File and line of an entry, as messages show them. */
    public String place(String path) {
        OptionalInt line = line(path);
        return line.isPresent() ? file(path) + ", line " + line.getAsInt() : file(path);
    }

    private String file(String path) {
        for (String place = path; !place.isEmpty(); place = around(place)) {
            if (files.containsKey(place)) {
                return files.get(place);
            }
        }
        return file;
    }

    /** The path of the entry that holds an entry or an item. */
    private static String around(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    /**
     * The refusal of an entry.
     *
     * @param path the entry
     * @param complaint a sentence about it, whose full stop may be left out; file and line are added
     */
    public SettingsException refusal(String path, String complaint) {
        String clause = complaint.endsWith(".") ? complaint.substring(0, complaint.length() - 1) : complaint;
        return new SettingsException(line(path).orElse(SettingsException.UNKNOWN_LINE), clause, place(path));
    }

    /** A value as messages show it: Python's literal, or what it is where that is long. */
    public static String shown(Object value) {
        if (value instanceof Map) {
            return "a mapping";
        }
        String literal = PythonLiteral.of(value instanceof String text && text.length() > LONGEST_SHOWN
            ? text.substring(0, LONGEST_SHOWN) : value);
        return value instanceof List<?> list && literal.length() > LONGEST_SHOWN
            ? "a list of " + list.size() + " values" : shortened(literal);
    }

    /** A text as messages show it: its beginning, where it is long. */
    public static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 3) + "...";
    }

    /** The same map with keys known to be text; the readers make no others. */
    static Map<String, Object> textKeys(Map<?, ?> map) {
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((key, value) -> typed.put((String) key, value));
        return typed;
    }

    private Map<?, ?> parent(String path) {
        Map<?, ?> parent = root;
        String[] keys = path.split("\\.");
        for (int i = 0; i < keys.length - 1; i++) {
            if (!(parent.get(keys[i]) instanceof Map<?, ?> child)) {
                return null;
            }
            parent = child;
        }
        return parent;
    }

    private static String lastKey(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** A copy of mappings, and of those within, that can be changed. */
    private static Map<String, Object> changeable(Map<?, ?> map) {
        Map<String, Object> copy = textKeys(map);
        copy.replaceAll((key, value) -> value instanceof Map<?, ?> inner ? changeable(inner) : value);
        return copy;
    }

    private static void remove(Map<String, Object> changed, String path) {
        Map<String, Object> parent = changed;
        String[] keys = path.split("\\.", -1);
        for (int i = 0; i < keys.length - 1; i++) {
            parent = child(parent, keys[i]);
        }
        parent.remove(keys[keys.length - 1]);
        if (parent.isEmpty() && keys.length > 1) {
            remove(changed, around(path));
        }
    }

    /** The mapping under a key, a new one where there is none. */
    @SuppressWarnings("unchecked") // All mappings are copies with text for keys.
    private static Map<String, Object> child(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.compute(key, (_, value) -> value instanceof Map ? value
            : new LinkedHashMap<String, Object>());
    }

    private static Map<String, Object> frozenMap(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put((String) key, frozen(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object frozen(Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> frozenMap(map);
            case List<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(frozen(item)));
                yield Collections.unmodifiableList(copy);
            }
            case Integer number -> Long.valueOf(number);
            case String text -> text;
            case Long number -> number;
            case Double number -> number;
            case Boolean truth -> truth;
            default -> throw new IllegalArgumentException("settings cannot hold a " + value.getClass().getName());
        };
    }
}
