package org.chirpmill.hdf5.read;

import io.jhdf.ObjectHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.hdf5.UnusableFileException;

/**
 * A group of an open file: its members and its attributes. Links to other places in the file are followed, links to
 * other files are refused.
 */
public final class StoredGroup {
    /** Links that lead to links; those of HDF5 end at as many. */
    private static final int MOST_LINKS = 16;

    private final StoredFile file;
    private final String path;
    private final Map<String, Links.Link> links;
    private final Map<String, StoredValue> attributes;

    private StoredGroup(StoredFile file, String path, Map<String, Links.Link> links,
            Map<String, StoredValue> attributes) {
        this.file = file;
        this.path = path;
        this.links = links;
        this.attributes = attributes;
    }

    static StoredGroup of(StoredFile file, String path, ObjectHeader header) {
        return new StoredGroup(file, path, Links.of(file.bytes(), header), Attributes.of(file.bytes(), header));
    }

    /** The file that it is in. */
    public Path file() {
        return file.path();
    }

    /** From the root on, such as {@code /polarizations/}. */
    public String path() {
        return path;
    }

    /** What to throw where something in this group is not what it should be. */
    public UnusableFileException refusal(String reason) {
        return file.bytes().refusal(reason);
    }

    /** Whether there is a member of this name, be it a link that leads nowhere. */
    public boolean has(String name) {
        return links.containsKey(name);
    }

    /** Whether there is a group of this name. */
    public boolean hasGroup(String name) throws IOException {
        return has(name) && Links.hasThem(header(name));
    }

    /** The members' names in alphabetical order. */
    public List<String> members() {
        return List.copyOf(links.keySet());
    }

    /** A group in this one. */
    public StoredGroup group(String name) throws IOException {
        ObjectHeader header = header(name);
        if (!Links.hasThem(header)) {
            throw file.bytes().refusal("'" + path + name + "' is no group");
        }
        return file.bytes().guarded("'" + path + name + "'", () -> of(file, path + name + "/", header));
    }

    /** An array or a scalar in this group. */
    public StoredArray array(String name) throws IOException {
        ObjectHeader header = header(name);
        if (!StoredFile.isArray(header)) {
            throw file.bytes().refusal("'" + path + name + "' is no dataset");
        }
        return file.bytes().guarded("'" + path + name + "'", () -> StoredArray.of(file.bytes(), path, name, header));
    }

    private ObjectHeader header(String name) throws IOException {
        return file.bytes().guarded("'" + path + name + "'", () -> file.header(address(name, MOST_LINKS)));
    }

    private long address(String name, int linksLeft) throws IOException {
        return switch (links.get(name)) {
            case null -> throw file.bytes().refusal("it has no '" + path + name + "'");
            case Links.Hard hard -> hard.address();
            case Links.External _ -> throw file.bytes().refusal("'" + path + name
                + "' is a link to another file, and none is followed out of a file");
            case Links.Soft soft when linksLeft == 0 -> throw file.bytes().refusal("'" + path + name
                + "' is a link that leads to no end");
            case Links.Soft soft -> addressAt(soft.path(), linksLeft - 1);
        };
    }

    /** Follows a path, from the root where it says so. */
    private long addressAt(String target, int linksLeft) throws IOException {
        StoredGroup at = target.startsWith("/") ? file.root() : this;
        String[] names = target.replaceAll("^/+|/+$", "").split("/+");
        for (int k = 0; k < names.length - 1; k++) {
            long next = at.address(names[k], linksLeft);
            at = of(file, at.path + names[k] + "/", file.header(next));
        }
        return at.address(names[names.length - 1], linksLeft);
    }

    /** All attributes, by name in alphabetical order. */
    public Map<String, StoredValue> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    /** The number in an attribute, if there is one of this name. */
    public Optional<Double> number(String name) throws IOException {
        StoredValue value = attributes.get(name);
        if (value != null && !value.isNumber()) {
            throw refusal(name, value, "one number");
        }
        return Optional.ofNullable(value).map(StoredValue::number);
    }

    /** The text of an attribute, if there is one of this name. */
    public Optional<String> text(String name) throws IOException {
        StoredValue value = attributes.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isText()) {
            throw refusal(name, value, "one text");
        }
        return Optional.of(text(name, value));
    }

    /** All attributes that are one text, by name in alphabetical order. */
    public Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, StoredValue> attribute : attributes.entrySet()) {
            if (attribute.getValue().isText()) {
                texts.put(attribute.getKey(), text(attribute.getKey(), attribute.getValue()));
            }
        }
        return texts;
    }

    private String text(String name, StoredValue value) throws IOException {
        return file.bytes().guarded("attribute '" + name + "'", () -> value.text(file.bytes()));
    }

    private IOException refusal(String name, StoredValue value, String wanted) {
        return file.bytes().refusal("attribute '" + name + "' holds " + value.elements() + " "
            + ElementTypes.word(value.type()) + ", not " + wanted);
    }
}
