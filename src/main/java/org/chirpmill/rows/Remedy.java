package org.chirpmill.rows;

/**
 * What can be done about a refusal or a failure, a clause each that tells a caller what to do. A program finds here the
 * method that does it; the command line says its option.
 */
public enum Remedy {
    /** Overwrite what stands there: {@code DatasetWriter.create} and {@code WaveformFormat.save} do where told to. */
    REPLACE("replace it"),
    /** Nothing: what is in the way ends by itself. */
    WAIT("wait for it"),
    /** Hand over another target. */
    OTHER_NAME("choose another name"),
    /** Hand over a target on another disk. */
    OTHER_PLACE("write to another place"),
    /** Hand over a smaller number of rows. */
    FEWER_ROWS("ask for fewer rows"),
    /** {@code DatasetWriter.resume} in place of {@code create}. */
    CONTINUE("continue it"),
    /** {@code DatasetWriter.resume}, before it is read. */
    COMPLETE("complete it"),
    /** {@code DatasetWriter.resume}, once what fills the disk is gone. */
    MAKE_ROOM("make room, then continue"),
    /** {@code DatasetWriter.resume}, once whatever made writing fail is gone. */
    MEND("mend that, then continue"),
    /** {@code DatasetWriter.resume}, once the file that is in the way is gone. */
    MOVE_AWAY("move it away and continue"),
    /** {@code DatasetWriter.resume}, since a device failed and not the dataset. */
    GO_ON("what was written stays: resuming the run goes on from there"),
    /** {@code DatasetWriter.create}, which throws an unfinished run away where it is told to overwrite. */
    START_ANEW("start anew"),
    /** {@code DatasetWriter.resume} with the header that the run was begun with. */
    SAME_CHOICES("repeat the first run's settings and options"),
    /** {@code BandSearch} finds the bands that a prior needs. */
    FIND_BANDS("a search for bands finds some"),
    /** Nothing in this version. */
    SAME_VERSION("finish it with the version that began it");

    private final String clause;

    Remedy(String clause) {
        this.clause = clause;
    }

    /** What to do, in the imperative, without a full stop; names no option. */
    public String clause() {
        return clause;
    }
}
