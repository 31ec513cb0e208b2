package org.chirpmill.engine;

import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Signal;

/**
 * What a worker does to filled batches of a task with a transform before they are kept: what its evaluator has left of
 * the transform to do, and where bins are sampled a look at each row, with those made whole that they do not serve. One
 * thread.
 */
final class KeptRows implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    /** What evaluated rows go through first; empty where who evaluated them has done it. */
    private final Optional<RowTransform.Applier> first;
    private final Optional<Sampled> sampled;

    /**
     * Where bins are sampled.
     *
     * @param transform what is done to the products of the bins
     * @param multiplied where these lie; empty where batches come with them
     * @param whole what makes rows again that the bins do not serve
     */
    private record Sampled(SampledTransform.Applier transform, Optional<Batch> multiplied, WholeRows whole,
            String remark) {}

    /**
     * For batches of at most so many rows.
     *
     * @param evaluator the worker's
     */
    KeptRows(WaveformTask task, Evaluator evaluator, int capacity) {
        this.first = task.transformOfWorkers().map(each -> each.open(capacity, task.precision()));
        this.sampled = task.sampledTransform().map(each -> new Sampled(each.open(capacity, task.precision()),
            first.map(_ -> new Batch(arena, task.multipliedShape(capacity))),
            new WholeRows(task.ofWholeRows().orElseThrow(), evaluator, capacity), each.remark()));
    }

    /**
     * Fills a batch with what is kept of rows.
     *
     * @param filled the rows as the evaluator left them; receives remarks
     * @param rows their coefficient rows
     * @param kept receives them; the same batch where nothing needs a second one
     * @param signals receives what there is of rows that are evaluated anew
     */
    void fill(Batch filled, double[] rows, Batch kept, Signal[] signals) {
        if (sampled.isPresent()) {
            fill(sampled.get(), filled, rows, kept, signals);
        } else {
            first.ifPresent(each -> each.apply(filled, kept));
        }
    }

    private void fill(Sampled each, Batch filled, double[] rows, Batch kept, Signal[] signals) {
        each.multiplied().ifPresent(multiplied -> {
            multiplied.startAt(0, filled.count());
            first.orElseThrow().apply(filled, multiplied);
        });
        each.transform().apply(each.multiplied().orElse(filled), kept);
        int[] places = IntStream.range(0, filled.count()).filter(row -> !each.transform().serves(row)).toArray();
        if (places.length > 0) {
            each.whole().replace(places, rows, filled, kept, signals);
            for (int _ : places) {
                filled.remark(each.remark());
            }
        }
    }

    @Override
    public void close() {
        first.ifPresent(RowTransform.Applier::close);
        sampled.ifPresent(each -> {
            each.transform().close();
            each.whole().close();
        });
        arena.close();
    }
}
