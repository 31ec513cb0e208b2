package org.chirpmill.source;

import java.util.List;
import org.chirpmill.parameters.TidalDeformabilities;
import org.chirpmill.physics.ComponentMasses;

/**
 * How the tidal deformabilities follow from a row: from lambda_1 and lambda_2, of which an absent one is zero, from
 * lambda_tilde with or without delta_lambda_tilde, or from lambda_symmetric and lambda_antisymmetric.
 */
final class TideRoute {
    /** Which columns give the deformabilities. */
    private enum Form { COMPONENTS, TILDE, TILDE_AND_DELTA, SYMMETRIC }

    private final Form form;
    private final Column first;
    private final Column second;

    private TideRoute(Form form, Column first, Column second) {
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
        List<String> given = columns.present("lambda_1", "lambda_2", "lambda_tilde", "delta_lambda_tilde",
            "lambda_symmetric", "lambda_antisymmetric");
        if (given.equals(List.of("lambda_tilde"))) {
            return new TideRoute(Form.TILDE, columns.column("lambda_tilde"), null);
        }
        if (given.equals(List.of("lambda_tilde", "delta_lambda_tilde"))) {
            return new TideRoute(
                Form.TILDE_AND_DELTA, columns.column("lambda_tilde"), columns.column("delta_lambda_tilde"));
        }
        if (given.equals(List.of("lambda_symmetric", "lambda_antisymmetric"))) {
            return new TideRoute(
                Form.SYMMETRIC, columns.column("lambda_symmetric"), columns.column("lambda_antisymmetric"));
        }
        if (List.of("lambda_1", "lambda_2").containsAll(given)) {
            return new TideRoute(
                Form.COMPONENTS, columns.columnOr("lambda_1", 0), columns.columnOr("lambda_2", 0));
        }
        throw new UnusableParametersException("The tidal deformabilities are not given in one way by "
            + Columns.and(given) + ": give lambda_1 and lambda_2, or lambda_tilde, alone or with delta_lambda_tilde, "
            + "or lambda_symmetric with lambda_antisymmetric.");
    }

    /** The deformabilities in a row. */
    TidalDeformabilities deformabilities(double[] values, int offset, ComponentMasses masses)
        throws UnphysicalSourceException {
        double a = first.in(values, offset);
        return switch (form) {
            case COMPONENTS -> new TidalDeformabilities(a, second.in(values, offset));
            case TILDE -> TidalDeformabilities.ofTilde(a, masses);
            case TILDE_AND_DELTA -> TidalDeformabilities.ofTildeAndDelta(a, second.in(values, offset), masses);
            case SYMMETRIC -> {
                double antisymmetric = second.in(values, offset);
                yield new TidalDeformabilities(a - antisymmetric, a + antisymmetric);
            }
        };
    }
}
