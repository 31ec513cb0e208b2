package org.chirpmill.compression;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.function.Supplier;
import org.chirpmill.compression.LinearAlgebra.Singular;

/**
 * Finds the leading singular vectors of polarizations that pass by in blocks, as {@link TrainingPlan} tells. Memory
 * depends on the bins and the size of the basis and not on how many polarizations there are.
 */
final class BasisTraining {
    private final TimedRows rows;
    private final TrainingPlan plan;
    private final Supplier<Arena> arenas;
    private final LinearAlgebra algebra;
    private final long began = System.nanoTime();

    private BasisTraining(TrainingRows rows, TrainingPlan plan, Supplier<Arena> arenas, Arena arena) {
        this.rows = new TimedRows(rows);
        this.plan = plan;
        this.arenas = arenas;
        this.algebra = new LinearAlgebra(arena);
    }

    static BasisMaker.Trained train(TrainingRows rows, TrainingPlan plan) throws IOException, InterruptedException {
        return train(rows, plan, Arena::ofConfined);
    }

    /** The same with its matrices in these arenas, all but what choosing bins needs. */
    static BasisMaker.Trained train(TrainingRows rows, TrainingPlan plan, Supplier<Arena> arenas)
            throws IOException, InterruptedException {
        try (Arena arena = arenas.get()) {
            BasisTraining training = new BasisTraining(rows, plan, arenas, arena);
            return training.trained(training.basis(training.found(plan.size())));
        }
    }

    /**
     * The same with the bins that tell its coefficients: the space that training searches for the basis has twice as
     * many vectors or more.
     *
     * @param vectors of the space that bins are chosen for
     */
    static BasisMaker.Trained trainSampled(TrainingRows rows, TrainingPlan plan, int vectors)
            throws IOException, InterruptedException {
        try (Arena arena = Arena.ofConfined()) {
            BasisTraining training = new BasisTraining(rows, plan, Arena::ofConfined, arena);
            Singular found = training.found(vectors);
            SampledBins sampled = new BinSampler(arena, found.left().columns(0, vectors),
                found.left().columns(0, plan.size()), rows.firstBin()).make();
            return training.trained(training.basis(found).with(Optional.of(sampled)));
        }
    }

    /** Bins of another basis, told by the space that its own training would search. */
    static SampledBins sampled(TrainingRows rows, TrainingPlan plan, int vectors, SvdBasis basis)
            throws IOException, InterruptedException {
        try (Arena arena = Arena.ofConfined()) {
            BasisTraining training = new BasisTraining(rows, plan, Arena::ofConfined, arena);
            ComplexMatrix space = training.found(vectors).left().columns(0, vectors);
            ComplexMatrix ofBasis = basis.conjugateVectors(training.algebra, rows.firstBin());
            return new BinSampler(arena, space, ofBasis, rows.firstBin()).make();
        }
    }

    private BasisMaker.Trained trained(SvdBasis basis) {
        return new BasisMaker.Trained(basis, (System.nanoTime() - began) * 1e-9 - rows.secondsWaited(), 0,
            Optional.empty());
    }

    /** The first left vectors, at least so many. */
    private Singular found(int vectors) throws IOException, InterruptedException {
        if (plan.isDirect()) {
            LowerFactor factor = new LowerFactor(algebra, rows.activeBins(), plan.directRoom());
            rows.read(rows.count(), factor::append);
            return factor.singular();
        }
        try (Arena passing = arenas.get()) {
            return new SpaceSearch(rows, plan, new LinearAlgebra(passing)).find(vectors, algebra);
        }
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
