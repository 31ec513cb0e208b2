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
    /** Half of a factorization with pivoting is products with vectors. */
    private static final double PIVOTS = 6;
    /** The part of polarizations that are read whole in the end: twice what the production set has. */
    private static final double WHOLE = 0.02;
    /** Half of bidiagonalizing is products with vectors, which wait for memory. */
    private static final double BIDIAGONAL = 6;

    /** What a training costs as it is planned. */
    public static AlgebraCost of(TrainingPlan plan) {
        return plan.isDirect() ? direct(plan) : search(plan);
    }

    private static AlgebraCost direct(TrainingPlan plan) {
        double rows = plan.activeBins();
        double room = plan.directRoom();
        double factored = plan.polarizations() > room
            ? (plan.polarizations() - room) / (room - rows) * lowerFactor(rows, room) : 0;
        return new AlgebraCost(factored, singular(rows, Math.min(room, plan.polarizations()))
            + plan.sampledVectors().stream().mapToDouble(vectors -> choice(vectors, rows)).sum());
    }

    private static AlgebraCost search(TrainingPlan plan) {
        double bins = plan.activeBins();
        double searched = plan.searched();
        double dimensions = searched + plan.width();
        double firstSpace = COMPLEX * bins * searched * plan.head() + 2 * lowerFactor(searched, bins);
        double seen = plan.trial() + plan.polarizations();
        double atBins = COMPLEX * BinSampler.bins((int) searched) * searched * seen
            + factored(plan, (int) searched, seen);
        double whole = WHOLE * plan.polarizations();
        double enlarged = COMPLEX * bins * (2 * plan.width() + dimensions) * whole
            + factored(plan, (int) dimensions, whole) + 2 * lowerFactor(plan.width(), bins);
        return new AlgebraCost(firstSpace + choice(searched, bins) + atBins + enlarged,
            2 * singular(dimensions, dimensions) + COMPLEX * bins * dimensions * plan.size()
                + plan.sampledVectors().stream().mapToDouble(vectors -> choice(vectors, bins)).sum());
    }

    private static double factored(TrainingPlan plan, int dimensions, double polarizations) {
        double room = plan.factorRoom(dimensions);
        return polarizations / (room - dimensions) * lowerFactor(dimensions, room);
    }

    /** Bins by two factorizations with pivoting. */
    private static double choice(double vectors, double bins) {
        return 2 * PIVOTS * COMPLEX * vectors * vectors * (bins - vectors / 3);
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
