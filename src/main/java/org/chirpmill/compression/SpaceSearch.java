package org.chirpmill.compression;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.chirpmill.compression.LinearAlgebra.Singular;

/**
 * Finds the leading left singular vectors of polarizations that are too many, and of too many bins, to be decomposed.
 *
 * <p>A first space U is what random combinations of the first polarizations span (Halko, Martinsson and Tropp,
 * arXiv:0909.4061, section 4). A few bins tell the coefficients of all polarizations in U, and by what they leave
 * unexplained, which waveforms U does not hold well enough. Only these are read whole: with M' those, Q the first
 * vectors of U and Z = M' (M'^H Q), the space becomes [U, Z], as in a step of a block Krylov method. The singular
 * values and vectors of all polarizations within it come from a triangular factor of their coefficients, not from
 * squares of them, so small ones keep their digits.
 */
final class SpaceSearch {
    /** What waveforms that are not read whole have beside U, of what the basis loses of all: sums of squares. */
    private static final double NEGLIGIBLE = 0.003;
    /** The square of what rounding leaves unexplained of a series, and some more. */
    private static final double ROUNDING = 1e-14;

    private final TrainingRows rows;
    private final TrainingPlan plan;
    private final LinearAlgebra algebra;
    private final ComplexMatrix room;
    private final ComplexMatrix first;

    /**
     * Of a plan that is not direct.
     *
     * @param algebra keeps what is needed on the way
     */
    SpaceSearch(TrainingRows rows, TrainingPlan plan, LinearAlgebra algebra) {
        this.rows = rows;
        this.plan = plan;
        this.algebra = algebra;
        this.room = algebra.zeros(rows.activeBins(), plan.searched() + plan.width());
        this.first = room.columns(0, plan.searched());
    }

    /**
     * Finds vectors.
     *
     * @param vectors how many, at most {@link TrainingPlan#searched}
     * @param results keeps them
     */
    Singular find(int vectors, LinearAlgebra results) throws IOException, InterruptedException {
        findFirstSpace();
        SampledSpace sampled = SampledSpace.of(algebra, first, BinSampler.bins(first.columns()));
        double tolerated = tolerated(sampled);
        LowerFactor inFirst = factorOf(first.columns());
        double[] unexplained = readAtBins(sampled, rows.count(), tolerated, inFirst);
        long[] others = LongStream.range(0, rows.count() / 2)
            .filter(waveform -> !isHeld(unexplained, 2 * (int) waveform, tolerated)).toArray();
        ComplexMatrix space = others.length == 0 ? first : enlarged(others);

        LowerFactor factor = factorOf(space.columns());
        factor.append(padded(coefficients(sampled, inFirst), space.columns()));
        ComplexMatrix overlaps = algebra.zeros(space.columns(), WhitenedBlocks.BLOCK);
        rows.read(others, block -> {
            ComplexMatrix some = overlaps.columns(0, block.columns());
            algebra.adjointProduct(space, block, some);
            factor.append(some);
        });
        return inBins(space, factor.singular(), vectors, results);
    }

    private void findFirstSpace() throws IOException, InterruptedException {
        RandomCombinations combinations = new RandomCombinations(algebra, first);
        rows.read(plan.head(), combinations::add);
        algebra.orthonormalize(first);
    }

    private LowerFactor factorOf(int dimensions) {
        return new LowerFactor(algebra, dimensions, plan.factorRoom(dimensions));
    }

    /** The square of what a polarization may leave unexplained at the bins, told from the first ones. */
    private double tolerated(SampledSpace sampled) throws IOException, InterruptedException {
        LowerFactor factor = factorOf(first.columns());
        double[] unexplained = readAtBins(sampled, plan.trial(), Double.POSITIVE_INFINITY, factor);
        double[] values = algebra.singular(coefficients(sampled, factor)).values();
        double lost = Arrays.stream(values).skip(plan.size()).map(value -> value * value).sum();
        // As many equations are left over as there are more bins than vectors, which see that part of all bins.
        double left = NEGLIGIBLE * lost * (sampled.places().length - first.columns()) / rows.activeBins();
        Arrays.sort(unexplained);
        int held = 0;
        for (; held < unexplained.length && unexplained[held] <= left; held++) {
            left -= unexplained[held];
        }
        return held == 0 ? 0 : unexplained[held - 1];
    }

    /**
     * Factors Q^H d of the waveforms that U holds; the square of what each polarization leaves unexplained, infinite
     * where nothing is at the bins and nothing is known.
     */
    private double[] readAtBins(SampledSpace sampled, long polarizations, double tolerated, LowerFactor factor)
            throws IOException, InterruptedException {
        double[] unexplained = new double[Math.toIntExact(polarizations)];
        ComplexMatrix overlaps = algebra.zeros(first.columns(), WhitenedBlocks.BLOCK);
        int[] read = new int[1];
        rows.readAt(sampled.places(), polarizations, block -> {
            ComplexMatrix some = overlaps.columns(0, block.columns());
            algebra.adjointProduct(sampled.q(), block, some);
            for (int column = 0; column < block.columns(); column++) {
                unexplained[read[0] + column] = unexplained(block.square(column), some.square(column));
            }
            int held = 0;
            for (int column = 0; column < block.columns(); column += 2) {
                if (isHeld(unexplained, read[0] + column, tolerated)) {
                    some.put(held, some.columns(column, 2));
                    held += 2;
                }
            }
            factor.append(some.columns(0, held));
            read[0] += block.columns();
        });
        return unexplained;
    }

    private static double unexplained(double square, double explained) {
        return square == 0 ? Double.POSITIVE_INFINITY : Math.max(0, square - explained - ROUNDING * square);
    }

    private static boolean isHeld(double[] unexplained, int polarization, double tolerated) {
        return unexplained[polarization] <= tolerated && unexplained[polarization + 1] <= tolerated;
    }

    /** R^-1 L: as many columns as vectors, with the singular values and left vectors of all coefficients in U. */
    private ComplexMatrix coefficients(SampledSpace sampled, LowerFactor factor) {
        ComplexMatrix columns = factor.columns();
        algebra.solveUpper(sampled.r(), columns);
        return columns;
    }

    /** [U, Z] with orthonormal columns, Z of some waveforms. */
    private ComplexMatrix enlarged(long[] waveforms) throws IOException, InterruptedException {
        ComplexMatrix start = first.columns(0, plan.width());
        ComplexMatrix power = room.columns(first.columns(), plan.width());
        ComplexMatrix overlaps = algebra.zeros(WhitenedBlocks.BLOCK, plan.width());
        rows.read(waveforms, block -> {
            ComplexMatrix some = new ComplexMatrix(overlaps.memory(), block.columns(), plan.width());
            algebra.adjointProduct(block, start, some);
            algebra.addProduct(block, some, power);
        });
        ComplexMatrix inside = algebra.zeros(first.columns(), plan.width());
        // Once more when they are orthonormal: most of them lies in U, and rounding leaves some of it.
        for (int pass = 0; pass < 2; pass++) {
            algebra.adjointProduct(first, power, inside);
            inside.negate();
            algebra.addProduct(first, inside, power);
            algebra.orthonormalize(power);
        }
        return room;
    }

    private ComplexMatrix padded(ComplexMatrix columns, int rowCount) {
        ComplexMatrix padded = algebra.zeros(rowCount, columns.columns());
        for (int column = 0; column < columns.columns(); column++) {
            padded.columns(column, 1).memory().copyFrom(columns.columns(column, 1).memory());
        }
        return padded;
    }

    private Singular inBins(ComplexMatrix space, Singular inSpace, int vectors, LinearAlgebra results) {
        ComplexMatrix left = results.zeros(rows.activeBins(), vectors);
        // The basis by itself: its last bits would be others in a larger product.
        int size = plan.size();
        algebra.product(space, inSpace.left().columns(0, size), left.columns(0, size));
        if (vectors > size) {
            algebra.product(space, inSpace.left().columns(size, vectors - size), left.columns(size, vectors - size));
        }
        return new Singular(left, inSpace.values());
    }
}
