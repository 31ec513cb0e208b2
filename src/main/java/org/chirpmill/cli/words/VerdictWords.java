package org.chirpmill.cli.words;

import java.io.PrintWriter;
import java.util.Locale;
import org.chirpmill.verify.ComparisonVerdict;
import org.chirpmill.verify.DatasetVerdict;

/** What was found of datasets. */
public final class VerdictWords {
    private VerdictWords() {}

    /** Prints how a dataset compares with what its own settings make. */
    public static void print(DatasetVerdict verdict, PrintWriter out) {
        int rows = verdict.differences().rows().length;
        out.printf("%s: %s%n", verdict.file(), verdict.contents());
        verdict.notices().forEach(notice -> out.printf("notice: %s%n", notice));
        if (!verdict.isCompared()) {
            out.printf("%s: %s%n", inOneWord(false), String.join("; ", verdict.flaws()));
            return;
        }
        out.println(verdict.seed().isEmpty() ? "parameters: not verified, since the file tells no seed"
            : String.format(Locale.ROOT, "parameters: %,d of %,d rows are the draws of seed %d",
                rows - verdict.foreignRows(), rows, verdict.seed().getAsLong()));
        DifferenceWords.print(verdict.differences(), out);
        out.printf(Locale.ROOT, "%s: largest %s %.1e (row %d), allowed %.1e%n", inOneWord(verdict.passes()),
            verdict.isProjected() ? "mismatch" : "relative L2", verdict.largest(), verdict.worstRow(),
            verdict.allowed());
    }

    /** Prints how two datasets compare. */
    public static void print(ComparisonVerdict verdict, PrintWriter out) {
        int rows = verdict.differences().rows().length;
        out.printf("parameters: equal in %,d of %,d rows%n", rows - verdict.differingRows(), rows);
        DifferenceWords.print(verdict.differences(), out);
        out.printf("%s: largest relative L2 %.1e (row %d), allowed %.1e%n", inOneWord(verdict.passes()),
            verdict.largest(), verdict.worstRow(), verdict.allowed());
    }

    static String inOneWord(boolean passed) {
        return passed ? "PASSED" : "FAILED";
    }
}
