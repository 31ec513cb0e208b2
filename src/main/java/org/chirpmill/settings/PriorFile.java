package org.chirpmill.settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A prior in a file of its own, as bilby's {@code PriorDict.from_file} reads it: a line {@code parameter = prior} of
 * each, lines that begin with # and empty ones between. What bilby takes for something else than the user can have
 * meant is refused: a line without an equals sign, which it makes a parameter without prior, and a parameter that comes
 * twice, of which it takes the second.
 */
final class PriorFile {
    private static final String KIND = "The prior file";
    private static final String INTRINSIC = "intrinsic_prior";

    private final Path file;
    private final Map<String, Object> entries = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private PriorFile(Path file) {
        this.file = file;
    }

    /**
     * Settings with a prior of a file: the one given in place of theirs, else the one that they name, if they do.
     *
     * @param settingsFile the file that they were read from, beside which the one is that they name
     */
    static SettingsTree resolved(SettingsTree settings, Path settingsFile, Optional<Path> inPlace) {
        return inPlace.map(file -> read(file).in(settings, DatasetSettings.priorKey(settings)))
            .orElseGet(() -> named(settings, settingsFile));
    }

    private static SettingsTree named(SettingsTree settings, Path settingsFile) {
        for (String key : new String[] {INTRINSIC, "prior"}) {
            if (settings.get(key) instanceof String name && !Section.isNothing(name)) {
                Path file = beside(settingsFile, name).filter(Files::exists).orElseThrow(() -> settings.refusal(key,
                    key + " is " + SettingsTree.shown(name) + " but must be a mapping of parameters to their priors, or"
                        + " name a .prior file beside the settings, where there is none of that name"));
                return read(file).in(settings, key);
            }
        }
        return settings;
    }

    private SettingsTree in(SettingsTree settings, String key) {
        return settings.withFile(key, entries, lines, file.toString());
    }

    private static Optional<Path> beside(Path settingsFile, String name) {
        try {
            return Optional.of(settingsFile.resolveSibling(name));
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    private static PriorFile read(Path file) {
        String text = TextFile.read(file, KIND, StandardCharsets.UTF_8, SettingsLimits.CHARACTERS);
        PriorFile prior = new PriorFile(file);
        int number = 0;
        for (String line : (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\r|\n", -1)) {
            number++;
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                prior.add(line, number);
            }
        }
        if (prior.entries.isEmpty()) {
            throw new SettingsException(KIND + " " + file + " holds no prior.");
        }
        return prior;
    }

    private void add(String line, int number) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw refusal(SettingsTree.shown(line.strip())
                + " must be a parameter, an equals sign and its prior, all of it in one line", number);
        }
        String parameter = line.substring(0, equals).replaceAll("\\s", "");
        String prior = line.substring(equals + 1).strip();
        if (parameter.isEmpty() || prior.isEmpty()) {
            throw refusal(SettingsTree.shown(line.strip()) + " lacks "
                + (parameter.isEmpty() ? "the parameter" : "the prior"), number);
        }
        if (parameter.length() > SettingsLimits.PATH || entries.size() == SettingsLimits.VALUES) {
            throw refusal("a prior has at most " + SettingsLimits.VALUES + " parameters of " + SettingsLimits.PATH
                + " characters", number);
        }
        if (entries.putIfAbsent(parameter, prior) != null) {
            throw refusal(parameter + " is given twice, first in line " + lines.get(parameter), number);
        }
        lines.put(parameter, number);
    }

    private SettingsException refusal(String complaint, int line) {
        return new SettingsException(complaint + " (" + file + ", line " + line + ").");
    }
}
