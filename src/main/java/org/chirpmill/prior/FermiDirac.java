package org.chirpmill.prior;

/**
 * The distribution of Fermi and Dirac from zero upwards: flat up to about mu = r sigma, then falling over a few sigma
 * (arXiv:1705.08978, eq. 22).
 *
 * @param sigma over which it falls, positive
 * @param r mu over sigma, positive
 */
record FermiDirac(double sigma, double r) implements PositiveDistribution {
    FermiDirac {
        Bounds.requirePositive("sigma", sigma);
        Bounds.requirePositive("r", r);
    }

    @Override
    public double quantile(double u) {
        // With A = ln(1 + e^r), a fraction u lies below -ln(e^(-u A) - e^-r (1 - e^(-u A))), eq. 24, here without the
        // cancellation that this has in either tail.
        double whole = Softplus.of(r);
        if (u < 0.5) {
            double share = u * whole;
            return sigma * (share - StrictMath.log1p(StrictMath.exp(share - r) * StrictMath.expm1(-share)));
        }
        double rest = (1 - u) * whole;
        return StrictMath.max(sigma * (r - rest - StrictMath.log(-StrictMath.expm1(-rest))), 0);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : 1 - Softplus.of(r - x / sigma) / Softplus.of(r); // eq. 23
    }

    @Override
    public double density(double x) {
        return x < 0 ? 0 : 1 / ((StrictMath.exp(x / sigma - r) + 1) * sigma * Softplus.of(r));
    }
}
