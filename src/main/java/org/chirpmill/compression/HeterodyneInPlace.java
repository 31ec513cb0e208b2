package org.chirpmill.compression;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.chirpmill.compression.PhaseHeterodyne.Chirp;
import org.chirpmill.engine.RowTurning;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/** Divides every row by the phase of its own chirp, in the evaluated batch itself. */
final class HeterodyneInPlace implements InPlaceTransform, RowTurning {
    private final PhaseHeterodyne heterodyne;
    private final List<String> parameters;
    private final TurnLoops loops;
    private final int chirpMass;
    private final int massRatio;

    /**
     * Of rows with parameters of these names.
     *
     * @throws IllegalArgumentException where {@link PhaseHeterodyne#obstacle} has something against them
     */
    HeterodyneInPlace(PhaseHeterodyne heterodyne, List<String> parameters) {
        this(heterodyne, parameters, TurnLoops.ofThisJvm());
    }

    /** The same by one or another sort of loops, which changes no number. */
    HeterodyneInPlace(PhaseHeterodyne heterodyne, List<String> parameters, TurnLoops loops) {
        heterodyne.obstacle(parameters).ifPresent(obstacle -> {
            throw new IllegalArgumentException(heterodyne.key() + " " + obstacle);
        });
        this.heterodyne = heterodyne;
        this.parameters = parameters;
        this.loops = loops;
        this.chirpMass = parameters.indexOf(PhaseHeterodyne.CHIRP_MASS);
        this.massRatio = parameters.indexOf(PhaseHeterodyne.MASS_RATIO);
    }

    /** The same for rows of some bins alone, in rising order. */
    HeterodyneInPlace only(int[] bins) {
        return new HeterodyneInPlace(heterodyne.only(bins), parameters, loops);
    }

    @Override
    public int columns() {
        return heterodyne.bins();
    }

    @Override
    public String nameOf(int column) {
        return "heterodyned strain in bin " + column;
    }

    @Override
    public long bytes(int workers, int capacity) {
        return 2L * (columns() + TurnLoops.BLOCK) * Double.BYTES;
    }

    @Override
    public int firstBin() {
        return heterodyne.firstBin();
    }

    @Override
    public double[] powers() {
        double[] powers = new double[2 * columns()];
        System.arraycopy(heterodyne.leadingPowers(), 0, powers, 0, columns());
        System.arraycopy(heterodyne.nextPowers(), 0, powers, columns(), columns());
        return powers;
    }

    @Override
    public void coefficients(Batch batch, double[] coefficients) {
        for (int row = 0; row < batch.count(); row++) {
            Chirp chirp = chirp(batch, row);
            coefficients[2 * row] = chirp.leading();
            coefficients[2 * row + 1] = chirp.next();
        }
    }

    private Chirp chirp(Batch batch, int row) {
        return heterodyne.chirp(parameter(batch, row, chirpMass), massRatio < 0 ? 1 : parameter(batch, row, massRatio));
    }

    private static double parameter(Batch batch, int row, int column) {
        return batch.parameters().getAtIndex(ValueLayout.JAVA_DOUBLE, (long) row * batch.parameterCount() + column);
    }

    @Override
    public Applier open(int capacity, Precision precision) {
        return new Divider(RowTurner.of(heterodyne, precision, loops));
    }

    /** One worker's rows. */
    private final class Divider implements Applier {
        private final RowTurner turner;

        Divider(RowTurner turner) {
            this.turner = turner;
        }

        @Override
        public void apply(Batch evaluated, Batch kept) {
            List<MemorySegment> polarizations = List.of(evaluated.plus(), evaluated.cross());
            for (int row = 0; row < evaluated.count(); row++) {
                // What is known to be zero stays it.
                turner.turn(chirp(evaluated, row), polarizations, row, firstBin(), evaluated.silentFrom(row));
            }
        }

        @Override
        public void close() {
            // Holds nothing but arrays.
        }
    }
}
