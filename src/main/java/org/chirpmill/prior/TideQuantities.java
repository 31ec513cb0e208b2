package org.chirpmill.prior;

import java.util.List;
import org.chirpmill.parameters.TidalDeformabilities;
import org.chirpmill.parameters.TideForm;
import org.chirpmill.parameters.TideParameter;
import org.chirpmill.physics.ComponentMasses;

/**
 * The tidal deformabilities that follow from draws, as sources have them: of lambda_1 and lambda_2 an absent one is 0.
 *
 * @param columns names of a row's columns
 * @param massOne mass of body 1, solar masses; null where it does not follow
 * @param massTwo mass of body 2
 */
record TideQuantities(List<String> columns, DerivedQuantity massOne, DerivedQuantity massTwo) {

    /** The quantity of that parameter; null where it does not follow, or is the one that is absent. */
    DerivedQuantity of(TideParameter wanted) {
        List<String> given = TideParameter.keys().stream().filter(columns::contains).toList();
        TideForm form = given.isEmpty() ? null : TideForm.of(given).orElse(null);
        if (form == null || form.keys().contains(wanted.key())) {
            return null;
        }
        DerivedQuantity first = drawnOrZero(form.keys().getFirst());
        DerivedQuantity second = drawnOrZero(form.keys().getLast());
        return DerivedQuantity.following((row, offset) -> {
            ComponentMasses masses = new ComponentMasses(massOne.of(row, offset), massTwo.of(row, offset));
            TidalDeformabilities tides =
                form.deformabilities(first.of(row, offset), second.of(row, offset), masses);
            return wanted.of(tides, masses);
        }, first, second, massOne, massTwo);
    }

    private DerivedQuantity drawnOrZero(String name) {
        DerivedQuantity drawn = DerivedQuantity.drawn(columns, name);
        return drawn != null ? drawn : DerivedQuantity.following((row, offset) -> 0);
    }
}
