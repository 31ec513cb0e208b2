package org.chirpmill.prior;

/** What a key of the prior stands for: a distribution to draw from, or a condition on what was drawn. */
sealed interface Prior permits Distribution, Constraint {
    /** Lower end of the allowed values. */
    double minimum();

    /** Upper end of the allowed values. */
    double maximum();
}
