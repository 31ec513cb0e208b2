package org.chirpmill.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files of other programs that are no YAML and are easily taken for settings, told by their lines. */
final class OtherTexts {
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*[A-Za-z_][\\w-]*\\s*=.*");
    private static final Pattern PRIOR =
        Pattern.compile("\\s*[A-Za-z_]\\w*\\s*=\\s*[A-Za-z_][\\w.]*\\(.*\\)\\s*(#.*)?");

    private OtherTexts() {}

    /** The refusal of a text that is no settings, where it is plain what it is. */
    static Optional<SettingsException> refusal(String text, String file) {
        List<String> lines = text.lines().map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(";") && !line.startsWith("["))
            .toList();
        long assignments = lines.stream().filter(line -> ASSIGNMENT.matcher(line).matches()).count();
        if (assignments == 0 || 2 * assignments < lines.size()) {
            return Optional.empty();
        }
        boolean priors = 2 * lines.stream().filter(line -> PRIOR.matcher(line).matches()).count() > lines.size();
        return Optional.of(new SettingsException(file + (priors
            ? " is a prior file of bilby's: name it as intrinsic_prior in a settings file, beside domain, "
                + "waveform_generator and num_samples."
            : " is an ini file, as dingo_pipe and bilby_pipe read it: the settings of a waveform dataset are wanted "
                + "here, in YAML, with domain, waveform_generator, intrinsic_prior and num_samples.")));
    }
}
