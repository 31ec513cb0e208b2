package org.chirpmill.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.chirpmill.engine.BatchOrder;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Rejection;
import org.chirpmill.rows.RowSelection;

/** Rows that a client waits for, divided into pieces for the workers. */
final class Question {
    private final Request.Rows asked;
    private final RowSelection rows;
    private final SharedSlots slots;
    private final int pieceRows;
    private final Consumer<Question> whenAnswered;
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<String, Integer> remarks = new TreeMap<>();
    private Throwable failure;
    private int handedOut;
    private int underWay;

    /**
     * A question that can be answered.
     *
     * @param asked as the client said it
     * @param rows at least one, no more than the client's places hold
     * @param slots the client's memory
     * @param pieceRows the most rows of a piece
     * @param whenAnswered called once, by the worker that ends the last piece
     */
    Question(Request.Rows asked, RowSelection rows, SharedSlots slots, int pieceRows,
            Consumer<Question> whenAnswered) {
        this.asked = asked;
        this.rows = rows;
        this.slots = slots;
        this.pieceRows = pieceRows;
        this.whenAnswered = whenAnswered;
    }

    Request.Rows asked() {
        return asked;
    }

    /** Whether some rows are in no worker's hands yet, and are still worth while. */
    synchronized boolean hasMore() {
        return failure == null && handedOut < rows.count();
    }

    /** The next piece, where there is one. */
    synchronized Optional<BatchOrder> next() {
        if (!hasMore()) {
            return Optional.empty();
        }
        int count = (int) Math.min(pieceRows, rows.count() - handedOut);
        Batch batch = slots.hold(asked.slot(), handedOut, count);
        batch.startAt(rows, handedOut, count);
        handedOut += count;
        underWay++;
        return Optional.of(new Piece(batch));
    }

    /** Why there are no rows; empty where they are all there. Once answered. */
    synchronized Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Draws that were replaced. Once answered. */
    synchronized List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    /** How many rows there was which remark on. Once answered. */
    synchronized Map<String, Integer> remarks() {
        return Map.copyOf(remarks);
    }

    private final class Piece implements BatchOrder {
        private final Batch batch;

        Piece(Batch batch) {
            this.batch = batch;
        }

        @Override
        public Batch batch() {
            return batch;
        }

        @Override
        public void filled() {
            end(null);
        }

        @Override
        public void failed(Throwable reason) {
            end(reason);
        }

        private void end(Throwable reason) {
            slots.release();
            if (isLast(reason)) {
                whenAnswered.accept(Question.this);
            }
        }

        private boolean isLast(Throwable reason) {
            synchronized (Question.this) {
                underWay--;
                if (reason == null) {
                    rejections.addAll(batch.rejections());
                    batch.remarks().forEach((remark, count) -> remarks.merge(remark, count, Integer::sum));
                } else if (failure == null) {
                    failure = reason;
                }
                return underWay == 0 && !hasMore();
            }
        }
    }
}
