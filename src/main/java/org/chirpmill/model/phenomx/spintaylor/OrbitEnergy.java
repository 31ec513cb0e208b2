package org.chirpmill.model.phenomx.spintaylor;

/** How the energy of an orbit with spins changes with its velocity: arXiv:1501.01529, Eq. 3.33. */
final class OrbitEnergy {
    // Coefficients of L.s1, L.s2, their products and s1.s2, each order times half of what d/dv makes of it.
    private double order2;
    private double order4;
    private double order6;
    private double order3One;
    private double order3Two;
    private double order4OneOne;
    private double order4TwoTwo;
    private double order4OneTwo;
    private double order4Dot;
    private double order5One;
    private double order5Two;
    private double order6OneOne;
    private double order6TwoTwo;
    private double order6OneTwo;
    private double order6Dot;

    /**
     * Sets the coefficients of a binary.
     *
     * @param m1 mass of body 1 over the total mass
     * @param m2 the same of body 2
     * @param eta symmetric mass ratio
     * @param normOne squared norm of the dimensionless spin s1
     * @param normTwo that of s2
     */
    void set(double m1, double m2, double eta, double normOne, double normTwo) {
        double one = m1 * m1;
        double two = m2 * m2;
        double square = eta * eta;
        order2 = -2 * (0.75 + eta / 12);
        order3One = 2.5 * one * (2.0 / 3 + 2 / m1);
        order3Two = 2.5 * two * (2.0 / 3 + 2 / m2);
        order4 = 3 * (-(81 - 57 * eta + square) / 24 + 0.5 * (one * normOne + two * normTwo));
        order4OneOne = -4.5 * one;
        order4TwoTwo = -4.5 * two;
        order4OneTwo = -9 * eta;
        order4Dot = 3 * eta;
        order5One = 3.5 * one * order5Spin(m1);
        order5Two = 3.5 * two * order5Spin(m2);
        order6 = 4 * (-(675.0 / 64 - (34445.0 / 576 - 205.0 / 96 * Math.PI * Math.PI) * eta
            + 155.0 / 96 * square + 35.0 / 5184 * square * eta)
            + one * one * order6Norm(m1) * normOne + two * two * order6Norm(m2) * normTwo);
        order6OneOne = 4 * one * one * order6Along(m1);
        order6TwoTwo = 4 * two * two * order6Along(m2);
        order6OneTwo = 4 * eta * (-11.0 / 3 + 23.0 / 18 * eta);
        order6Dot = 4 * eta * (2 - 11.0 / 6 * eta);
    }

    private static double order5Spin(double m) {
        return 5.0 / 3 + 3 / m + 29.0 / 9 * m + m * m / 9;
    }

    private static double order6Norm(double m) {
        return 0.25 / (m * m) + (1.25 - 1.0 / 6) / m + 5.0 / 12 - 0.5;
    }

    private static double order6Along(double m) {
        return 2.25 / (m * m) - 5.25 / m - 1.25 - 11.0 / 18;
    }

    /** dE/dv over -eta v: the orbit loses energy as it chirps while this is positive. */
    double loss(double v, double[] state, int at) {
        double one = OrbitEquations.dot(state, at + OrbitEquations.ORBIT, state, at + OrbitEquations.ONE);
        double two = OrbitEquations.dot(state, at + OrbitEquations.ORBIT, state, at + OrbitEquations.TWO);
        double dot = OrbitEquations.dot(state, at + OrbitEquations.ONE, state, at + OrbitEquations.TWO);
        double four = order4 + order4Dot * dot + one * (order4OneTwo * two + order4OneOne * one)
            + order4TwoTwo * two * two;
        double six = order6 + order6Dot * dot + one * (order6OneTwo * two + order6OneOne * one)
            + order6TwoTwo * two * two;
        double three = order3One * one + order3Two * two;
        double five = order5One * one + order5Two * two;
        return 1 + v * v * (order2 + v * (three + v * (four + v * (five + v * six))));
    }
}
