package org.chirpmill.engine.tornado;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
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

/**
 * Offers the devices that TornadoVM drives. Looks at how the JVM was started before any class is loaded that needs
 * TornadoVM, since this class is found also where it is absent.
 */
public final class TornadoProvider implements EvaluatorProvider {
    /** Names of the devices to use; empty for the first. */
    private final List<String> names;
    private final AtomicInteger opened = new AtomicInteger();

    /** The backend on the first device. */
    public TornadoProvider() {
        this(List.of());
    }

    private TornadoProvider(List<String> names) {
        this.names = List.copyOf(names);
    }

    @Override
    public String name() {
        return "tornado";
    }

    @Override
    public String description() {
        return chosen().stream().map(Object::toString).collect(Collectors.joining(", ")) + " through TornadoVM";
    }

    @Override
    public Optional<String> obstacle() {
        return RuntimeOptions.obstacle().or(TornadoProvider::missingDevice);
    }

    @Override
    public Optional<String> obstacle(WaveformModel model) {
        return BinTasks.of(model).isPresent() ? Optional.empty()
            : Optional.of("the tornado backend has no kernel for " + model.approximant() + ": use the vector backend");
    }

    private static Optional<String> missingDevice() {
        try {
            return TornadoDevices.all().isEmpty()
                ? Optional.of("TornadoVM finds no device with correct double precision: install a driver for the "
                    + "backends of its SDK, and see what tornado --devices tells")
                : Optional.empty();
        } catch (RuntimeException | LinkageError failure) {
            return Optional.of("TornadoVM does not start (" + failure + "): see whether tornado --devices, in the bin "
                + "folder of its SDK, finds a device");
        }
    }

    @Override
    public Optional<String> drawback() {
        return TornadoDevices.all().stream().allMatch(TornadoDevices.Named::isCpu)
            ? Optional.of("TornadoVM finds only the CPU, which other backends use better: name the tornado backend "
                + "to run on it all the same")
            : Optional.empty();
    }

    @Override
    public Accuracy kept(WaveformModel model, Precision precision, Accuracy asked) {
        return Accuracy.EXACT;
    }

    @Override
    public EvaluatorProvider on(List<String> devices) {
        for (String device : devices) {
            if (TornadoDevices.named(device).isEmpty()) {
                throw new UnsupportedOperationException("the tornado backend has no device '" + device
                    + "': choose among " + String.join("; ", devices()));
            }
        }
        return new TornadoProvider(devices);
    }

    @Override
    public List<String> devices() {
        return TornadoDevices.all().stream().map(Object::toString).toList();
    }

    @Override
    public OptionalInt batchRows(WaveformTask task, int workers) {
        return OptionalInt.of(TornadoEvaluator.mostRows(task.points()));
    }

    @Override
    public Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy) {
        return open(model, grid, precision, Optional.empty());
    }

    /** Projections are a further task behind the evaluation; each evaluator has the matrix on its device. */
    @Override
    public boolean transforms(RowTransform transform) {
        return transform instanceof MatrixTransform matrix && matrix.turning().isEmpty();
    }

    @Override
    public Evaluator openTransforming(
            WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy, RowTransform transform) {
        return open(model, grid, precision, Optional.of((MatrixTransform) transform));
    }

    private Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision,
            Optional<MatrixTransform> transform) {
        obstacle().ifPresent(reason -> {
            throw new UnsupportedOperationException(reason);
        });
        List<TornadoDevices.Named> devices = chosen();
        // Evaluators take the devices in turns.
        int turn = Math.floorMod(opened.getAndIncrement(), devices.size());
        return new TornadoEvaluator(model, grid, precision, devices.get(turn).device(), transform);
    }

    private List<TornadoDevices.Named> chosen() {
        return names.isEmpty()
            ? List.of(TornadoDevices.all().getFirst())
            : names.stream().map(name -> TornadoDevices.named(name).orElseThrow()).toList();
    }
}
