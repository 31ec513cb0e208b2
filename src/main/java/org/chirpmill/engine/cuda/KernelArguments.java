package org.chirpmill.engine.cuda;

import java.util.List;

/**
 * What every model's kernel takes, in its order; see kernels/README.md. Addresses are of device memory.
 *
 * @param rows count x stride doubles: coefficient rows
 * @param stride doubles from one row to the next
 * @param count how many rows
 * @param tables the grid's tables, as {@code GridTables} lays them out
 * @param bins frequency bins
 * @param firstBin bins before it are zero
 * @param tolerance the relative L2 error allowed; exact kernels ignore it
 * @param plus receives count x bins complex numbers of the output's precision
 * @param cross likewise
 * @param flags count ints, zero before the launch: what {@code evaluate.h} says of each row
 */
record KernelArguments(long rows, int stride, int count, long tables, int bins, int firstBin, double tolerance,
    long plus, long cross, long flags) implements Arguments {
    @Override
    public List<Number> inOrder() {
        return List.of(rows, stride, count, tables, bins, firstBin, tolerance, plus, cross, flags);
    }
}
