package org.chirpmill.compression;

import java.lang.foreign.Arena;

/**
 * What the linear algebra of a training costs, in real operations that a product of matrices takes as long for: counts
 * as in Golub and Van Loan's "Matrix Computations" (section 5.2 for L Q, 5.4 for singular values), four times those of
 * real matrices. What LAPACK does slower than products is weighted with how much slower it was measured to be.
 *
 * @param beside while waveforms are read
 * @param atEnd when all are there
 */
public record AlgebraCost(double beside, double atEnd) {
    /** Multiplying and adding complex numbers. */
    private static final double COMPLEX = 8;
    /** A factorization in panels, beside a product of as many operations. */
    private static final double PANELS = 1.5;
    /** Half of bidiagonalizing is products with vectors, which wait for memory. */
    private static final double BIDIAGONAL = 6;

    /** What a training costs as it is planned. */
    public static AlgebraCost of(TrainingPlan plan) {
        return plan.isDirect() ? direct(plan) : krylov(plan);
    }

    private static AlgebraCost direct(TrainingPlan plan) {
        double rows = plan.activeBins();
        double room = plan.directRoom();
        double factored = plan.polarizations() > room
            ? (plan.polarizations() - room) / (room - rows) * lowerFactor(rows, room) : 0;
        return new AlgebraCost(factored, singular(rows, Math.min(room, plan.polarizations())));
    }

    private static AlgebraCost krylov(TrainingPlan plan) {
        double bins = plan.activeBins();
        double width = plan.width();
        double smallRoom = 4 * width + WhitenedBlocks.BLOCK;
        double reading = 4 * COMPLEX * bins * width * plan.polarizations();
        double factored = plan.polarizations() / (smallRoom - 2 * width) * lowerFactor(2 * width, smallRoom);
        double head = singular(bins, plan.head());
        double orthonormal = 2 * lowerFactor(2 * width, bins);
        return new AlgebraCost(reading + factored + head + orthonormal,
            singular(2 * width, smallRoom) + COMPLEX * bins * 2 * width * plan.size());
    }

    /** L Q of a wide matrix, or what comes to the same, Q R of a tall one. */
    private static double lowerFactor(double smaller, double larger) {
        return PANELS * COMPLEX * smaller * smaller * (larger - smaller / 3);
    }

    /** Singular values and the vectors of both sides: a square factor first, then its own, then the longer vectors. */
    private static double singular(double rows, double columns) {
        double smaller = Math.min(rows, columns);
        double larger = Math.max(rows, columns);
        double square = smaller * smaller * smaller;
        return 2 * lowerFactor(smaller, larger) + COMPLEX * (larger * smaller * smaller
            + (BIDIAGONAL * 4 / 3 + 4) * square);
    }

    /** Operations a second that products take here, measured in a tenth of a second or so. */
    public static double operationsPerSecond() {
        try (Arena arena = Arena.ofConfined()) {
            return new LinearAlgebra(arena).operationsPerSecond();
        }
    }
}
