package org.chirpmill.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.chirpmill.engine.BatchOrder;
import org.chirpmill.engine.BatchOrders;

/**
 * Whose rows are made next: clients take turns, piece by piece, so that a client with much to ask does not keep others
 * waiting. A client's own questions are answered in the order in which it asked them.
 */
final class Turns implements BatchOrders {
    private final Lock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    /** Those who wait for something that no worker has yet, the next one first. */
    private final Deque<Waiting> ring = new ArrayDeque<>();

    /** One client's questions of which some piece is in no worker's hands. */
    final class Waiting {
        private final Deque<Question> questions = new ArrayDeque<>();

        /** Adds a question. */
        void add(Question question) {
            lock.lock();
            try {
                questions.add(question);
                if (questions.size() == 1) {
                    ring.add(this);
                }
                more.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /** The client has gone: what no worker has begun is not begun any more. */
        void forget() {
            lock.lock();
            try {
                questions.clear();
                ring.remove(this);
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public BatchOrder take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                Optional<BatchOrder> next = next();
                if (next.isPresent()) {
                    return next.get();
                }
                more.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<BatchOrder> takeNow() {
        lock.lock();
        try {
            return next();
        } finally {
            lock.unlock();
        }
    }

    private Optional<BatchOrder> next() {
        while (!ring.isEmpty()) {
            Waiting turn = ring.remove();
            Optional<BatchOrder> piece = piece(turn.questions);
            if (!turn.questions.isEmpty()) {
                ring.add(turn);
            }
            if (piece.isPresent()) {
                return piece;
            }
        }
        return Optional.empty();
    }

    private static Optional<BatchOrder> piece(Deque<Question> questions) {
        Question first = questions.element();
        Optional<BatchOrder> piece = first.next();
        if (!first.hasMore()) {
            questions.remove();
        }
        return piece;
    }
}
