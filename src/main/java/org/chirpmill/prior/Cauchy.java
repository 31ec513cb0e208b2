package org.chirpmill.prior;

/**
 * The Cauchy or Lorentz distribution, which has no mean.
 *
 * @param alpha its middle
 * @param beta half its width at half its height, positive
 */
record Cauchy(double alpha, double beta) implements UnboundedDistribution {
    Cauchy {
        Bounds.requireFinite("alpha", alpha);
        Bounds.requirePositive("beta", beta);
    }

    @Override
    public double quantile(double u) {
        // tan(pi (u - 1/2)), whose argument keeps its digits in the middle, or -cot(pi u), in the tails
        double tail = StrictMath.min(u, 1 - u);
        double t = tail > 0.25
            ? StrictMath.tan(StrictMath.PI * (u - 0.5))
            : StrictMath.copySign(1 / StrictMath.tan(StrictMath.PI * tail), u - 0.5);
        return alpha + beta * t;
    }

    @Override
    public double cdf(double x) {
        double t = (x - alpha) / beta;
        // arctan(1/t) in the tails, where 1/2 + arctan(t) / pi loses its digits
        return t < -1
            ? -StrictMath.atan(1 / t) / StrictMath.PI
            : 0.5 + StrictMath.atan(t) / StrictMath.PI;
    }

    @Override
    public double density(double x) {
        double t = (x - alpha) / beta;
        return 1 / (StrictMath.PI * beta * (1 + t * t));
    }
}
