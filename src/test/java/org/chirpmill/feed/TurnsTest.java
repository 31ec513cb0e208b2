package org.chirpmill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chirpmill.engine.BatchOrder;
import org.chirpmill.rows.BatchShape;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose rows are made next, without anybody who makes them. */
class TurnsTest {
    private static final int PIECE_ROWS = 10;

    @TempDir
    private Path folder;
    private SharedSlots slots;
    private final Turns turns = new Turns();
    private final List<Long> answered = new ArrayList<>();

    @BeforeEach
    void makeMemory() throws Exception {
        slots = SharedSlots.create(folder.resolve("memory"),
            new SlotLayout(4, new BatchShape(100, 3, 2, Precision.SINGLE)));
    }

    @AfterEach
    void letItGo() {
        slots.close();
    }

    private void ask(Turns.Waiting client, long id, long first, int count) {
        Request.Rows asked = new Request.Range(id, 0, first, count);
        client.add(new Question(asked, asked.selection(), slots, PIECE_ROWS, done -> answered.add(done.asked().id())));
    }

    private BatchOrder take() {
        return turns.takeNow().orElseThrow();
    }

    private long takeAndFill() {
        BatchOrder order = take();
        long row = order.batch().row(0);
        order.filled();
        return row;
    }

    @Test
    void clientsTakeTurnsAndEachIsAnsweredInOrder() {
        Turns.Waiting greedy = turns.new Waiting();
        Turns.Waiting modest = turns.new Waiting();
        ask(greedy, 1, 1000, 40);
        ask(greedy, 2, 2000, 10);
        assertEquals(1000, takeAndFill());
        ask(modest, 3, 7, 1);
        assertEquals(1010, takeAndFill());
        assertEquals(7, takeAndFill());
        assertEquals(List.of(3L), answered);
        assertEquals(1020, takeAndFill());
        assertEquals(1030, takeAndFill());
        assertEquals(2000, takeAndFill());
        assertEquals(List.of(3L, 1L, 2L), answered);
        assertTrue(turns.takeNow().isEmpty());
    }

    @Test
    void aQuestionIsDividedWithoutGapsAndAnsweredWithItsLastPiece() {
        ask(turns.new Waiting(), 1, 0, 25);
        List<BatchOrder> pieces = List.of(take(), take(), take());
        assertEquals(List.of(10, 10, 5), pieces.stream().map(each -> each.batch().count()).toList());
        assertEquals(List.of(0L, 10L, 20L), pieces.stream().map(each -> each.batch().row(0)).toList());
        pieces.get(2).filled();
        pieces.get(0).filled();
        assertEquals(List.of(), answered);
        pieces.get(1).filled();
        assertEquals(List.of(1L), answered);
    }

    @Test
    void ofAQuestionThatFailsNothingMoreIsMadeAndItIsAnsweredOnce() {
        Turns.Waiting client = turns.new Waiting();
        ask(client, 1, 0, 100);
        ask(client, 2, 500, 10);
        BatchOrder first = take();
        BatchOrder second = take();
        first.failed(new IllegalStateException("a device is lost"));
        assertEquals(500, takeAndFill());
        assertEquals(List.of(2L), answered);
        second.filled();
        assertEquals(List.of(2L, 1L), answered);
        assertTrue(turns.takeNow().isEmpty());
    }

    @Test
    void aClientThatHasGoneIsForgottenAndItsMemoryStaysUntilItsLastPieceIsDone() {
        Turns.Waiting client = turns.new Waiting();
        ask(client, 1, 0, 100);
        BatchOrder underWay = take();
        client.forget();
        slots.close();
        assertTrue(turns.takeNow().isEmpty());
        underWay.batch().plus().fill((byte) 1);
        underWay.filled();
        assertTrue(!underWay.batch().plus().scope().isAlive());
    }
}
