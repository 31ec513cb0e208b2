package org.chirpmill.cli.words;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How long the rest of a step takes, from the rate at which its waveforms came lately: in the later half of the time so
 * far, since code is slow until the compiler has been there, and within the last half minute. It is told where both
 * halves of that time agree: else something else than waveforms was waited for, or the rate is still rising.
 */
final class RemainingTime {
    /** s */
    private static final double LONGEST_WINDOW = 30;
    /** s */
    private static final double SHORTEST_WINDOW = 2;
    /** By how much the two halves' rates may differ. */
    private static final double STEADY = 1.3;
    /** What comes within that time is one mark, s: a hundredth of a window and more. */
    private static final double APART = 0.05;

    private final List<Mark> marks = new ArrayList<>();

    private record Mark(double seconds, long done) {
        double rateSince(Mark before) {
            return (done - before.done) / (seconds - before.seconds);
        }
    }

    /** Begins at 0 s. */
    RemainingTime(long done) {
        marks.add(new Mark(0, done));
    }

    /** So many are there now. */
    void passed(double seconds, long done) {
        Mark last = marks.getLast();
        if (marks.size() > 1 && seconds - marks.get(marks.size() - 2).seconds < APART) {
            marks.removeLast();
        }
        if (seconds > last.seconds) {
            marks.add(new Mark(seconds, done));
        }
        while (marks.size() > 2 && seconds - marks.get(1).seconds > LONGEST_WINDOW) {
            marks.removeFirst();
        }
    }

    /** The rate of late, a second; empty where it is not steady yet. */
    OptionalDouble rate() {
        Mark end = marks.getLast();
        double window = Math.min(end.seconds / 2, LONGEST_WINDOW);
        if (window < SHORTEST_WINDOW) {
            return OptionalDouble.empty();
        }
        Mark begin = before(end.seconds - window);
        Mark middle = before(end.seconds - window / 2);
        if (begin == middle || middle == end) {
            return OptionalDouble.empty();
        }
        double early = middle.rateSince(begin);
        double late = end.rateSince(middle);
        boolean isSteady = Math.max(early, late) < STEADY * Math.min(early, late);
        return isSteady ? OptionalDouble.of(end.rateSince(begin)) : OptionalDouble.empty();
    }

    private Mark before(double seconds) {
        int at = marks.size() - 1;
        while (at > 0 && marks.get(at).seconds > seconds) {
            at--;
        }
        return marks.get(at);
    }

    /** How long it takes until {@code total} are there, s; empty where that cannot be told yet. */
    OptionalDouble left(long total) {
        OptionalDouble rate = rate();
        return rate.isPresent() ? OptionalDouble.of((total - marks.getLast().done) / rate.getAsDouble()) : rate;
    }
}
