package org.chirpmill.source;

import java.util.List;
import org.chirpmill.names.Enumeration;
import org.chirpmill.parameters.TidalDeformabilities;
import org.chirpmill.parameters.TideForm;
import org.chirpmill.parameters.TideParameter;
import org.chirpmill.physics.ComponentMasses;

/** How the tidal deformabilities follow from a row: in one form. */
final class TideRoute {
    private final TideForm form;
    private final Column first;
    private final Column second;

    private TideRoute(TideForm form, Column first, Column second) {
        this.form = form;
        this.first = first;
        this.second = second;
    }

    static TideRoute of(Columns columns) {
        List<String> states = columns.startingWith("eos_");
        if (!states.isEmpty()) {
            throw new UnusableParametersException("The parameter " + states.getFirst()
                + " gives an equation of state, which is not supported: give lambda_1 and lambda_2.");
        }
        List<String> given = columns.present(TideParameter.keys());
        TideForm form = TideForm.of(given).orElseThrow(() -> new UnusableParametersException(
            "The tidal deformabilities are not given in one way by " + Enumeration.and(given)
                + ": give two of lambda_1, lambda_2, lambda_tilde and delta_lambda_tilde, or lambda_tilde alone, "
                + "or lambda_symmetric with lambda_antisymmetric."));
        List<Column> found = form.keys().stream().map(key -> columns.columnOr(key, 0)).toList();
        return new TideRoute(form, found.getFirst(), found.size() == 1 ? null : found.getLast());
    }

    /** What they follow from. */
    TideForm form() {
        return form;
    }

    /** The deformabilities in a row. */
    TidalDeformabilities deformabilities(double[] values, int offset, ComponentMasses masses)
        throws UnphysicalSourceException {
        double a = first.in(values, offset);
        double b = second == null ? 0 : second.in(values, offset);
        return form.deformabilities(a, b, masses);
    }
}
