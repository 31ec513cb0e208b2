package org.chirpmill.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chirpmill.cli.options.ByteCount;
import org.chirpmill.cli.options.FileName;
import org.chirpmill.cli.words.ExitCode;
import org.chirpmill.cli.words.Sentence;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words that the command line cannot use: one sentence that names them, what is allowed, and where to read on. */
final class Misuse {
    private static final Pattern PLACE = Pattern.compile(" arg\\[(\\d{1,9})\\] ");

    private Misuse() {}

    /** Prints the sentence; the exit code for unusable input. */
    static int handle(ParameterException misuse, String[] arguments) {
        CommandLine line = misuse.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("chirpmill: " + Sentence.fitted(sentence(misuse, arguments))
            + " (see '" + line.getCommandSpec().qualifiedName() + " --help').");
        err.flush();
        return ExitCode.INPUT_UNUSABLE;
    }

    /** Whether a word says nothing, as that of a shell's variable without a value does. */
    static boolean holdsEmptyWord(String... arguments) {
        return Arrays.stream(arguments).anyMatch(String::isBlank);
    }

    /** Prints where it is; the exit code for unusable input. No option and no file has such a name or value. */
    static int emptyWord(CommandLine line, String... arguments) {
        int place = 0;
        while (!arguments[place].isBlank()) {
            place++;
        }
        String after = place == 0 ? "the first word" : "the word after '" + Sentence.fitted(arguments[place - 1]) + "'";
        line.getErr().println("chirpmill: " + after + " is empty: leave it out or say what is meant (see 'chirpmill "
            + "--help').");
        return ExitCode.INPUT_UNUSABLE;
    }

    private static String sentence(ParameterException misuse, String... arguments) {
        return switch (misuse) {
            case UnmatchedArgumentException unknown -> unknown(unknown);
            case MissingParameterException missing -> missing(missing);
            case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " is given more than once";
            case MutuallyExclusiveArgsException both -> "the settings file is given twice, as an argument and as "
                + "--settings_file";
            // The parser stumbles over words such as a dash alone, and says which it was at or had just read.
            case ParameterException stumbled when stumbled.getCause() instanceof IndexOutOfBoundsException ->
                "'" + at(stumbled.getMessage(), arguments) + "' is neither an option nor anything else that is known";
            default -> misuse.getArgSpec() != null && misuse.getValue() != null
                ? name(misuse.getArgSpec()) + " is '" + misuse.getValue() + "' but must be "
                    + allowed(misuse.getArgSpec(), misuse.getValue())
                : Sentence.withoutFullStop(misuse.getMessage());
        };
    }

    private static String at(String message, String... arguments) {
        Matcher place = PLACE.matcher(message);
        return arguments[place.find() ? Integer.parseInt(place.group(1)) : 0];
    }

    private static String unknown(UnmatchedArgumentException misuse) {
        String word = "'" + misuse.getUnmatched().getFirst() + "'";
        // The nearest comes first; the others often have little in common with the word.
        String hint = misuse.getSuggestions().stream().findFirst()
            .map(near -> ", did you mean " + near.substring(near.lastIndexOf(' ') + 1)).orElse("");
        if (misuse.isUnknownOption()) {
            return "there is no option " + word + hint;
        }
        return misuse.getCommandLine().getSubcommands().isEmpty()
            ? word + " is one argument too many"
            : "there is no command " + word + hint;
    }

    private static String missing(MissingParameterException misuse) {
        List<ArgSpec> missing = misuse.getMissing();
        boolean lacksValue = misuse.getMessage().startsWith("Missing required parameter for option");
        return missing.stream().map(lacksValue ? Misuse::name : Misuse::nameAndLabel)
            .collect(Collectors.joining(" or ")) + (lacksValue ? " needs a value" : " is missing");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
            ? Arrays.stream(option.names()).filter(name -> name.startsWith("--")).findFirst()
                .orElse(option.longestName())
            : argument.paramLabel();
    }

    private static String nameAndLabel(ArgSpec argument) {
        return argument.isOption() ? name(argument) + " " + argument.paramLabel() : argument.paramLabel();
    }

    private static String allowed(ArgSpec argument, String value) {
        Class<?> type = argument.type();
        if (type == Path.class && FileName.isOfFolder(value)) {
            return "a file's name, and there is no such folder to name one in";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        }
        if (type == ByteCount.class) {
            return ByteCount.FORMS;
        }
        if (argument.isMultiValue()) {
            return argument.paramLabel() + " with a number";
        }
        return List.of(Integer.class, int.class, Long.class, long.class).contains(type) ? "a whole number"
            : Number.class.isAssignableFrom(type) ? "a number" : argument.paramLabel();
    }
}
