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
        assertEquals(Optional.empty(), TideForm.of(List.of("lambda_1", "lambda_tilde")));
    }

    /** Of equal bodies lambda_tilde is their own deformability, whichever way it is told. */
    @Test
    void everyFormTellsTheSameTidesOfEqualBodies() {
        ComponentMasses equal = new ComponentMasses(1.4, 1.4);
        for (TideForm form : TideForm.values()) {
            TidalDeformabilities tides = form.deformabilities(400, form == TideForm.COMPONENTS ? 400 : 0, equal);
            assertEquals(400, tides.one(), 1e-12 * 400, form.name());
            assertEquals(400, tides.two(), 1e-12 * 400, form.name());
        }
    }
}
