package org.chirpmill.cli.words;

import org.chirpmill.rows.Remedy;

/** What can be done about a refusal or a failure, with the option or command that does it. */
public final class RemedyOptions {
    private RemedyOptions() {}

    /** A remedy's clause for a user who repeats the command. */
    public static String clause(Remedy remedy) {
        return switch (remedy) {
            case REPLACE, START_ANEW -> remedy.clause() + " with --force";
            case OTHER_NAME, OTHER_PLACE -> remedy.clause() + " with --out";
            case FEWER_ROWS -> remedy.clause() + " with --num-samples";
            case CONTINUE, COMPLETE, MAKE_ROOM, MEND, MOVE_AWAY -> remedy.clause() + " with --resume";
            case GO_ON -> "what was written stays: the same command with --resume goes on from there";
            case FIND_BANDS -> "'chirpmill domain suggest' finds some for a uniform domain";
            case SAME_CHOICES, SAME_VERSION, WAIT -> remedy.clause();
        };
    }
}
