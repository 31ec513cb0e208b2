package org.chirpmill.compression;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import org.chirpmill.compression.LinearAlgebra.Singular;

/**
 * Finds the leading singular vectors of polarizations that pass by in blocks, as {@link TrainingPlan} tells. Memory
 * depends on the bins and the size of the basis and not on how many polarizations there are.
 */
final class BasisTraining {
    private final TrainingRows rows;
    private final TrainingPlan plan;
    private final LinearAlgebra algebra;
    private long nanoseconds;

    private BasisTraining(TrainingRows rows, TrainingPlan plan, LinearAlgebra algebra) {
        this.rows = rows;
        this.plan = plan;
        this.algebra = algebra;
    }

    static BasisMaker.Trained train(TrainingRows rows, TrainingPlan plan) throws IOException, InterruptedException {
        try (Arena arena = Arena.ofConfined()) {
            return train(rows, plan, arena);
        }
    }

    /** The same with all its matrices in {@code arena}, but for those of the head, which are given back. */
    static BasisMaker.Trained train(TrainingRows rows, TrainingPlan plan, Arena arena)
            throws IOException, InterruptedException {
        BasisTraining training = new BasisTraining(rows, plan, new LinearAlgebra(arena));
        return training.trained(training.found());
    }

    /** The first left vectors, at least as many as the basis has. */
    private Singular found() throws IOException, InterruptedException {
        return plan.isDirect() ? direct(algebra, rows.count(), plan.directRoom()) : krylov();
    }

    private BasisMaker.Trained trained(Singular found) {
        return new BasisMaker.Trained(basis(found), nanoseconds * 1e-9, 0);
    }

    /** The decomposition of the first polarizations as they are. */
    private Singular direct(LinearAlgebra here, long polarizations, int room)
            throws IOException, InterruptedException {
        LowerFactor factor = new LowerFactor(here, rows.activeBins(), room);
        read(polarizations, factor::append);
        long began = System.nanoTime();
        Singular found = factor.singular();
        nanoseconds += System.nanoTime() - began;
        return found;
    }

    private Singular krylov() throws IOException, InterruptedException {
        int width = plan.width();
        ComplexMatrix space = spaceFromHead();
        ComplexMatrix start = space.columns(0, width);
        ComplexMatrix coefficients = algebra.zeros(2 * width, WhitenedBlocks.BLOCK);

        ComplexMatrix power = space.columns(width, width);
        ComplexMatrix overlaps = algebra.zeros(WhitenedBlocks.BLOCK, width);
        read(rows.count(), block -> {
            ComplexMatrix some = new ComplexMatrix(overlaps.memory(), block.columns(), width);
            algebra.adjointProduct(block, start, some);
            algebra.addProduct(block, some, power);
        });

        algebra.orthonormalize(space);
        LowerFactor factor = new LowerFactor(algebra, 2 * width, 4 * width + WhitenedBlocks.BLOCK);
        read(rows.count(), block -> {
            ComplexMatrix some = coefficients.columns(0, block.columns());
            algebra.adjointProduct(space, block, some);
            factor.append(some);
        });

        Singular inSpace = factor.singular();
        ComplexMatrix left = algebra.zeros(rows.activeBins(), plan.size());
        algebra.product(space, inSpace.left().columns(0, plan.size()), left);
        return new Singular(left, inSpace.values());
    }

    /** Room for [Q, Z] with Q there. The head is as large as both where bins are many, so it is not kept. */
    private ComplexMatrix spaceFromHead() throws IOException, InterruptedException {
        try (Arena passing = Arena.ofConfined()) {
            Singular head = direct(new LinearAlgebra(passing), plan.head(), plan.head());
            ComplexMatrix space = algebra.zeros(rows.activeBins(), 2 * plan.width());
            space.put(0, head.left().columns(0, plan.width()));
            return space;
        }
    }

    private void read(long polarizations, BlockConsumer consumer) throws IOException, InterruptedException {
        rows.read(polarizations, block -> {
            long began = System.nanoTime();
            consumer.accept(block);
            nanoseconds += System.nanoTime() - began;
        });
    }

    /** V of A = U S V^H, whose rows are the columns of M: the conjugates of M's left vectors. */
    private SvdBasis basis(Singular found) {
        int size = plan.size();
        double[] v = new double[Math.multiplyExact(2 * rows.bins(), size)];
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            values[k] = found.values()[k];
            for (int bin = 0; bin < rows.activeBins(); bin++) {
                int at = 2 * ((rows.firstBin() + bin) * size + k);
                v[at] = found.left().real(bin, k);
                v[at + 1] = -found.left().imaginary(bin, k);
            }
        }
        return new SvdBasis(rows.bins(), v, values, Optional.empty());
    }
}
