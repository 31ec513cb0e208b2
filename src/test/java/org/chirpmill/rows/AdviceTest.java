package org.chirpmill.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class AdviceTest {
    @Test
    void aColonLeadsFromTheProblemToWhatCanBeDone() {
        assertEquals("d.hdf5 exists: replace it or choose another name.",
            new Advice("d.hdf5 exists", Remedy.REPLACE, Remedy.OTHER_NAME).sentence());
    }

    @Test
    void whereThereIsAColonAlreadyItIsASemicolon() {
        assertEquals("d.hdf5 cannot be continued: its seed is 0, not 4; start anew.",
            new Advice("d.hdf5 cannot be continued: its seed is 0, not 4", Remedy.START_ANEW).sentence());
        assertEquals("GPU 0 failed; what was written stays: resuming the run goes on from there.",
            new Advice("GPU 0 failed", Remedy.GO_ON).sentence());
    }

    @Test
    void aLongClauseTakesACommaBeforeTheNext() {
        assertEquals("d.hdf5 is of another version: finish it with the version that began it, or start anew.",
            new Advice("d.hdf5 is of another version", Remedy.SAME_VERSION, Remedy.START_ANEW).sentence());
        assertEquals("d.hdf5 needs 2 TB: WRITE TO ANOTHER PLACE or ASK FOR FEWER ROWS.",
            new Advice("d.hdf5 needs 2 TB", Remedy.OTHER_PLACE, Remedy.FEWER_ROWS)
                .sentence(remedy -> remedy.clause().toUpperCase(Locale.ROOT)));
    }

    @Test
    void aProblemWithoutRemediesStaysAsItIs() {
        assertEquals("d.hdf5 does not exist.", new Advice("d.hdf5 does not exist.").sentence());
        assertEquals("GPU 0 failed", new Advice("GPU 0 failed").sentence());
    }
}
