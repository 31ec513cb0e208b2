package org.chirpmill.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.chirpmill.physics.ComponentMasses;
import org.junit.jupiter.api.Test;

class TideFormTest {
    @Test
    void aFormIsKnownByItsNamesAndOnlyComponentsMayBeAbsent() {
        for (TideForm form : TideForm.values()) {
            assertEquals(Optional.of(form), TideForm.of(form.keys()));
        }
        for (List<String> some : List.of(List.<String>of(), List.of("lambda_1"), List.of("lambda_2"))) {
            assertEquals(Optional.of(TideForm.COMPONENTS), TideForm.of(some), some::toString);
        }
        assertEquals(Optional.empty(), TideForm.of(List.of("delta_lambda_tilde")));
        assertEquals(Optional.empty(), TideForm.of(List.of("lambda_symmetric")));
        assertEquals(Optional.empty(), TideForm.of(List.of("lambda_1", "lambda_symmetric")));
        assertEquals(Optional.empty(), TideForm.of(List.of("lambda_1", "lambda_2", "lambda_tilde")));
    }

    /** Of equal bodies lambda_tilde is their own deformability, whichever way it is told. */
    @Test
    void everyFormTellsTheSameTidesOfEqualBodies() {
        ComponentMasses equal = new ComponentMasses(1.4, 1.4);
        for (TideForm form : TideForm.values()) {
            boolean takesTwoOfThat = form == TideForm.COMPONENTS || form.keys().getLast().equals("lambda_tilde");
            TidalDeformabilities tides = form.deformabilities(400, takesTwoOfThat ? 400 : 0, equal);
            assertEquals(400, tides.one(), 1e-12 * 400, form.name());
            assertEquals(400, tides.two(), 1e-12 * 400, form.name());
        }
    }

    @Test
    void everyPairOfTheFourGivesTheSameTidesBack() {
        List<String> four = TideParameter.keys().subList(0, 4);
        for (ComponentMasses masses : List.of(new ComponentMasses(1.9, 1.1), new ComponentMasses(1.2, 1.6))) {
            TidalDeformabilities tides = new TidalDeformabilities(310, 1270);
            for (int first = 0; first < four.size(); first++) {
                for (int second = first + 1; second < four.size(); second++) {
                    TideForm form = TideForm.of(List.of(four.get(first), four.get(second))).orElseThrow();
                    TidalDeformabilities again = form.deformabilities(
                        TideParameter.values()[first].of(tides, masses),
                        TideParameter.values()[second].of(tides, masses), masses);
                    assertEquals(tides.one(), again.one(), 1e-12 * tides.one(), form + " of " + masses);
                    assertEquals(tides.two(), again.two(), 1e-12 * tides.two(), form + " of " + masses);
                }
            }
        }
    }
}
