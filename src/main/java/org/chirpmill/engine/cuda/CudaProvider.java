package org.chirpmill.engine.cuda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.MatrixTransform;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/** Offers NVIDIA GPUs through the CUDA driver; no toolkit is needed. Its evaluators share the cards in turns. */
public final class CudaProvider implements EvaluatorProvider {
    private final Supplier<Cards> cards;
    /** The driver's numbers of the cards to use, or none for all. */
    private final List<Integer> chosen;
    /** What batches may take of a card's memory, bytes. */
    private final long mostBytes;
    private final AtomicInteger opened = new AtomicInteger();
    private final BatchRows batchRows = new BatchRows();

    /** This machine's cards; nothing is looked for until they are asked for. */
    public CudaProvider() {
        this(Cards::installed, List.of(), Long.MAX_VALUE);
    }

    CudaProvider(Supplier<Cards> cards, List<Integer> chosen, long mostBytes) {
        this.cards = cards;
        this.chosen = List.copyOf(chosen);
        this.mostBytes = mostBytes;
    }

    @Override
    public String name() {
        return "cuda";
    }

    @Override
    public String description() {
        if (obstacle().isPresent()) {
            return "NVIDIA GPUs through the CUDA driver";
        }
        return used().stream().map(card -> card.device().facts().title()).collect(Collectors.joining(", "));
    }

    @Override
    public Optional<String> obstacle() {
        return cards.get().obstacle();
    }

    @Override
    public Optional<String> obstacle(WaveformModel model) {
        return model.deviceKernel().isPresent() ? Optional.empty()
            : Optional.of("the cuda backend has no kernels for " + model.approximant() + ": use the vector backend");
    }

    @Override
    public EvaluatorProvider on(List<String> devices) {
        requireNoObstacle();
        List<Integer> indices = new ArrayList<>();
        for (String device : devices) {
            int index = usable().stream().map(card -> card.device().facts().index())
                .filter(number -> number.toString().equals(device.strip()))
                .findFirst()
                .orElseThrow(() -> new UnsupportedOperationException("the cuda backend has no device '" + device
                    + "': there is " + usable().stream().map(card -> card.device().facts().title())
                        .collect(Collectors.joining(" and "))));
            if (!indices.contains(index)) {
                indices.add(index);
            }
        }
        return new CudaProvider(cards, indices, mostBytes);
    }

    @Override
    public EvaluatorProvider within(long deviceBytes) {
        return new CudaProvider(cards, chosen, deviceBytes);
    }

    @Override
    public List<String> devices() {
        return used().stream().map(CudaProvider::line).toList();
    }

    @Override
    public int depth() {
        return CudaEvaluator.DEPTH;
    }

    @Override
    public OptionalInt batchRows(WaveformTask task, int workers) {
        return obstacle().isPresent() ? OptionalInt.empty()
            : OptionalInt.of(batchRows.choose(task, workers, used(), mostBytes));
    }

    /** Exact where none of the cards has a fast kernel for the model. */
    @Override
    public Accuracy kept(WaveformModel model, Precision precision, Accuracy asked) {
        requireNoObstacle();
        boolean isFast = !asked.isExact() && used().stream().anyMatch(card -> {
            card.device().makeCurrent();
            return card.kernel(model, precision, asked).isFast();
        });
        return isFast ? asked.fitted() : Accuracy.EXACT;
    }

    @Override
    public Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy) {
        return open(model, grid, precision, accuracy, Optional.empty());
    }

    /** Projections run on the card right behind the evaluation; a basis' matrix lies in its memory once. */
    @Override
    public boolean transforms(RowTransform transform) {
        return transform instanceof MatrixTransform;
    }

    @Override
    public Evaluator openTransforming(
            WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy, RowTransform transform) {
        return open(model, grid, precision, accuracy, Optional.of((MatrixTransform) transform));
    }

    private Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy,
            Optional<MatrixTransform> transform) {
        requireNoObstacle();
        List<Card> all = used();
        Card card = all.get(Math.floorMod(opened.getAndIncrement(), all.size()));
        return new CudaEvaluator(card, model, grid, precision, accuracy.fitted(), transform);
    }

    private void requireNoObstacle() {
        obstacle().ifPresent(reason -> {
            throw new UnsupportedOperationException(reason);
        });
    }

    private List<Card> usable() {
        return cards.get().usable();
    }

    private List<Card> used() {
        return usable().stream()
            .filter(card -> chosen.isEmpty() || chosen.contains(card.device().facts().index()))
            .toList();
    }

    private static String line(Card card) {
        DeviceFacts facts = card.device().facts();
        card.device().makeCurrent();
        return "%d  %s, %.1f of %.1f GiB free, compute capability %d.%d, %s".formatted(facts.index(), facts.name(),
            card.device().freeBytes() / (double) (1L << 30), facts.totalBytes() / (double) (1L << 30), facts.major(),
            facts.minor(), facts.driver());
    }
}
