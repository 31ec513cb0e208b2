package org.chirpmill.settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML text to {@link SettingsTree}. It goes by way of nodes, which know their lines, and makes nothing but mappings,
 * lists and scalars of them, whatever tags the text asks for.
 */
final class YamlReader {
    private final String file;
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    /** Counted as they are stood for, not as they are written: aliases multiply them. */
    private int values;
    private long characters;

    private YamlReader(String file) {
        this.file = file;
    }

    static SettingsTree read(Path file) {
        String text = TextFile.read(file, "The settings file", StandardCharsets.UTF_8, SettingsLimits.CHARACTERS);
        // JSON indents with tabs as it likes and has none inside strings; YAML forbids them.
        boolean json = file.toString().endsWith(".json");
        try {
            return parse(json ? text.replace('\t', ' ') : text, file.toString());
        } catch (SettingsException unreadable) {
            throw OtherTexts.refusal(text, file.toString()).orElse(unreadable);
        }
    }

    static SettingsTree parse(String text, String file) {
        return new YamlReader(file).tree(text);
    }

    private SettingsTree tree(String text) {
        Node node = compose(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (node == null) {
            throw new SettingsException("The settings file " + file + " is empty.");
        }
        if (!(node instanceof MappingNode mapping)) {
            throw new SettingsException(
                "The settings must be a mapping of keys to values (" + file + ", line " + line(node) + ").");
        }
        return new SettingsTree(mapping(mapping, "", 1), lines, file);
    }

    private Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(SettingsLimits.DEPTH);
        options.setCodePointLimit(SettingsLimits.CHARACTERS);
        // Tags make nothing here; they are let in so far that the refusal can name the key.
        options.setTagInspector(tag -> true);
        try {
            return new Composer(new ParserImpl(new StreamReader(text), options), new PyYamlScalars(), options)
                .getSingleNode();
        } catch (MarkedYAMLException broken) {
            String why = SettingsTree.shortened(
                broken.getProblem() == null ? broken.getContext() : broken.getProblem());
            String place = broken.getProblemMark() == null ? file
                : file + ", line " + (broken.getProblemMark().getLine() + 1);
            throw new SettingsException("The settings are not valid YAML: " + why.strip() + " (" + place + ").");
        } catch (YAMLException broken) {
            String why = broken.getMessage().lines().findFirst().orElse("unreadable");
            throw new SettingsException("The settings are not valid YAML: " + why + " (" + file + ").");
        }
    }

    private Object value(Node node, String path, int depth) {
        if (depth > SettingsLimits.DEPTH) {
            throw refusal(node, "The settings are nested more than " + SettingsLimits.DEPTH + " levels deep");
        }
        if (++values > SettingsLimits.VALUES) {
            throw refusal(node, "The settings hold more than " + SettingsLimits.VALUES + " values");
        }
        return switch (node) {
            case MappingNode mapping -> mapping(mapping, path, depth);
            case SequenceNode sequence -> list(sequence, path, depth);
            case ScalarNode scalar -> scalar(scalar, path);
            default -> throw refusal(node, path + " is neither a mapping, nor a list, nor a value");
        };
    }

    private Map<String, Object> mapping(MappingNode node, String path, int depth) {
        requireTag(node, path, Tag.MAP);
        Map<String, Object> entries = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                merge(entry.getValueNode(), path, depth, entries);
            }
        }
        Map<String, Integer> own = new HashMap<>();
        for (NodeTuple entry : node.getValue()) {
            if (!entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                String key = key(entry.getKeyNode(), path);
                String child = path.isEmpty() ? key : path + "." + key;
                if (child.length() > SettingsLimits.PATH) {
                    throw refusal(entry.getKeyNode(), "The settings have a key of more than " + SettingsLimits.PATH
                        + " characters, those of the keys that it stands under counted too");
                }
                Integer earlier = own.put(key, line(entry.getKeyNode()));
                if (earlier != null) {
                    throw refusal(entry.getKeyNode(), child + " is given twice, first in line " + earlier);
                }
                lines.put(child, line(entry.getKeyNode()));
                entries.put(key, value(entry.getValueNode(), child, depth + 1));
            }
        }
        return entries;
    }

    /** Of several merged mappings the first one wins, as in PyYAML. */
    private void merge(Node node, String path, int depth, Map<String, Object> entries) {
        List<Node> sources = node instanceof SequenceNode sequence ? sequence.getValue().reversed() : List.of(node);
        for (Node source : sources) {
            if (!(source instanceof MappingNode)) {
                throw refusal(source, "<< must name a mapping or a list of mappings");
            }
            if (value(source, path, depth + 1) instanceof Map<?, ?> merged) {
                entries.putAll(SettingsTree.textKeys(merged));
            }
        }
    }

    private List<Object> list(SequenceNode node, String path, int depth) {
        requireTag(node, path, Tag.SEQ);
        List<Object> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            String child = path + "[" + items.size() + "]";
            lines.put(child, line(item));
            items.add(value(item, child, depth + 1));
        }
        return items;
    }

    private String key(Node node, String path) {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
            return scalar.getValue();
        }
        String shown = node instanceof ScalarNode scalar
            ? SettingsTree.shown(scalar.getValue()) : "that is not a word";
        throw refusal(node, owner(path) + " a key " + shown + ", but keys must be text");
    }

    private Object scalar(ScalarNode node, String path) {
        String text = node.getValue();
        String tag = node.getTag().getValue();
        characters += text.length();
        if (characters > SettingsLimits.CHARACTERS) {
            throw refusal(node, "The settings stand for more than " + SettingsLimits.CHARACTERS + " characters");
        }
        try {
            return switch (tag) {
                case "tag:yaml.org,2002:str" -> text;
                case "tag:yaml.org,2002:null" -> null;
                case "tag:yaml.org,2002:bool" -> PyYamlScalars.truth(text);
                case "tag:yaml.org,2002:int" -> PyYamlScalars.whole(text);
                case "tag:yaml.org,2002:float" -> PyYamlScalars.real(text);
                default -> throw refusal(node, path + " has the tag " + shortTag(tag) + ", but tags are not allowed");
            };
        } catch (NumberFormatException outside) {
            throw refusal(node, path + " is " + SettingsTree.shortened(text)
                + " but must be a finite number that fits 64 bits");
        }
    }

    private void requireTag(Node node, String path, Tag expected) {
        if (!node.getTag().equals(expected)) {
            throw refusal(node, owner(path) + " the tag " + shortTag(node.getTag().getValue())
                + ", but tags are not allowed");
        }
    }

    private static String owner(String path) {
        return path.isEmpty() ? "The settings have" : path + " has";
    }

    private static String shortTag(String tag) {
        return SettingsTree.shortened(tag.replace("tag:yaml.org,2002:", "!!"));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private SettingsException refusal(Node node, String complaint) {
        return new SettingsException(complaint + " (" + file + ", line " + line(node) + ").");
    }
}
