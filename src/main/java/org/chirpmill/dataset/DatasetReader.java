package org.chirpmill.dataset;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.chirpmill.compression.BlockRestorer;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.hdf5.read.StoredArray;
import org.chirpmill.hdf5.read.StoredFile;
import org.chirpmill.hdf5.read.StoredGroup;
import org.chirpmill.rows.NamedParameters;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.Rejection;
import org.chirpmill.rows.Remedy;
import org.chirpmill.rows.RowRange;
import org.chirpmill.settings.SettingsException;

/** Reads a waveform dataset, whether Chirpmill wrote it or dingo-gw. One thread at a time. */
public final class DatasetReader implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 4096;

    private final StoredFile file;
    private final StoredArray parameters;
    private final StoredPolarizations polarizations;
    private final List<String> columns;
    private final String settings;
    private final String version;
    private final String datasetType;
    private final Map<String, String> attributes;
    private final Optional<Origin> origin;
    private final Path path;
    private final Optional<SvdBasis> basis;
    /** Null until it is asked for. */
    private Compression compression;
    /** Null until several rows are read at once. */
    private BlockRestorer restorer;
    /** Null until they are asked for. */
    private Optional<StoredArray> rejected;

    private DatasetReader(Path path, StoredFile file) throws IOException {
        this.file = file;
        this.path = path;
        StoredGroup root = file.root();
        datasetType = root.text(FinalMetadata.DATASET_TYPE).orElse("");
        require(datasetType.isEmpty() || datasetType.equals(FinalMetadata.WAVEFORM_DATASET), path,
            "its dataset_type is '" + datasetType + "', not '" + FinalMetadata.WAVEFORM_DATASET + "'");
        require(root.has(Skeleton.PARAMETERS) && root.hasGroup(Skeleton.POLARIZATIONS), path,
            "it lacks /parameters or /polarizations");
        settings = root.text(FinalMetadata.SETTINGS).orElse("");
        version = readVersion(root);
        parameters = root.array(Skeleton.PARAMETERS);
        columns = parameters.fields();
        require(parameters.isTable(), path, "its /parameters is no table of numbers");
        polarizations = readPolarizations(root);
        attributes = readAttributes(root);
        origin = readOrigin();
        basis = readBasis(root);
        require(basis.isEmpty() || basis.get().size() == storedNumbers(), path, "its rows have " + storedNumbers()
            + " coefficients, its basis " + basis.map(SvdBasis::size).orElse(0) + " vectors");
    }

    private StoredPolarizations readPolarizations(StoredGroup root) throws IOException {
        StoredGroup group = root.group(Skeleton.POLARIZATIONS);
        require(group.has(Skeleton.PLUS) && group.has(Skeleton.CROSS), path,
            "it lacks h_plus or h_cross in /polarizations");
        StoredArray plus = group.array(Skeleton.PLUS);
        StoredArray cross = group.array(Skeleton.CROSS);
        for (StoredArray polarization : List.of(plus, cross)) {
            require(polarization.extent().length == 2 && polarization.rows() == parameters.rows()
                && polarization.extent()[1] == plus.extent()[1], path,
                "the shapes of /parameters and " + polarization.name() + " do not agree: "
                    + Arrays.toString(parameters.extent()) + " and " + Arrays.toString(polarization.extent()));
            require(polarization.isComplexMatrix(), path, polarization.name() + " does not hold complex numbers");
        }
        return new StoredPolarizations(plus, cross,
            plus.type().bytes() == Precision.SINGLE.complexBytes() ? Precision.SINGLE : Precision.DOUBLE);
    }

    /**
     * Opens a dataset.
     *
     * @throws org.chirpmill.hdf5.UnusableFileException where there is no such file, where it is an unfinished one, or
     *     no waveform dataset
     */
    public static DatasetReader open(Path path) throws IOException {
        requireFinished(path);
        StoredFile file = StoredFile.open(path);
        try {
            return new DatasetReader(path, file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void requireFinished(Path path) throws IOException {
        if (!Files.exists(path) && Files.exists(DatasetPaths.of(path).part())) {
            throw new DatasetException(path + " does not exist, but an unfinished run for it does", Remedy.COMPLETE);
        }
        StoredFile.requireOrdinary(path);
        FirstBytes first = FirstBytes.of(path.toRealPath());
        if (first.areOfAnUnfinishedPart()) {
            throw new DatasetException(path + " is an unfinished dataset", Remedy.COMPLETE);
        }
        if (!first.areWhole()) {
            throw new DatasetException(path + " is too short to be an HDF5 file.");
        }
    }

    private static void require(boolean condition, Path path, String reason) throws DatasetException {
        if (!condition) {
            throw new DatasetException(path + " is no waveform dataset: " + reason + ".");
        }
    }

    private static String readVersion(StoredGroup root) throws IOException {
        return root.has(FinalMetadata.VERSION) ? root.array(FinalMetadata.VERSION).text() : "";
    }

    private static Optional<SvdBasis> readBasis(StoredGroup root) throws IOException {
        return root.hasGroup(FinalMetadata.BASIS)
            ? Optional.of(SvdBasis.load(root)) : Optional.empty();
    }

    private static Map<String, String> readAttributes(StoredGroup root) throws IOException {
        return root.hasGroup(FinalMetadata.OWN_GROUP) ? root.group(FinalMetadata.OWN_GROUP).texts() : Map.of();
    }

    private Optional<Origin> readOrigin() throws DatasetException {
        try {
            return Origin.of(attributes, rows());
        } catch (IllegalArgumentException meaningless) {
            throw new DatasetException(
                path + " is no waveform dataset: " + meaningless.getMessage() + ".", meaningless);
        }
    }

    /** The settings as the text of a Python dict; empty where the file has none. */
    public String settings() {
        return settings;
    }

    /** The root attribute of this name; empty where the file has none. */
    public String datasetType() {
        return datasetType;
    }

    /** What wrote the file, as it says; empty where it does not. */
    public String version() {
        return version;
    }

    /** The parameters' names in the order of their columns. */
    public List<String> columns() {
        return columns;
    }

    /** Number of waveforms. */
    public long rows() {
        return parameters.rows();
    }

    /** Complex numbers that are stored of one polarization of one waveform: bins, or coefficients in the basis. */
    public int storedNumbers() {
        return polarizations.numbers();
    }

    /** Frequency bins of one polarization of one waveform. */
    public int bins() {
        return basis.map(SvdBasis::bins).orElseGet(this::storedNumbers);
    }

    /** What the stored rows are coefficients in; empty where they are frequency series. */
    public Optional<SvdBasis> basis() {
        return basis;
    }

    /**
     * What was done to polarizations before they were stored.
     *
     * @throws org.chirpmill.settings.SettingsException where the settings name a spectral density that is not found,
     *     or tell of other bins than rows have, or of a phase of parameters that rows have not
     */
    public Compression compression() {
        if (compression == null) {
            Path folder = path.toAbsolutePath().getParent();
            Compression before = StoredCompression.unprojected(settings, path.toString(), folder, columns);
            before.steps().stream().filter(step -> step.bins() != bins()).findFirst().ifPresent(step -> {
                throw new SettingsException(path + " has rows of " + bins() + " bins, but " + step.key()
                    + " in its settings is of " + step.bins() + ".");
            });
            compression = Compression.of(before.whitening(), before.heterodyne(), basis);
        }
        return compression;
    }

    /** Precision in which the polarizations are stored. */
    public Precision precision() {
        return polarizations.precision();
    }

    /** The attributes of {@code /chirpmill} by name; none where Chirpmill did not write the file. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** Where the rows come from; empty where the file does not say, as those by dingo-gw. */
    public Optional<Origin> origin() {
        return origin;
    }

    /** Which rows of the set that its seed means these are; all from 0 on where the file tells no seed. */
    public RowRange rowsOfSet() {
        return origin.map(Origin::rows).orElseGet(() -> RowRange.first(rows()));
    }

    /** What the file was begun with, as far as it decides the rows. */
    DatasetHeader header(Origin known) throws DatasetException {
        require(rows() > 0 && storedNumbers() > 0, path, "it has " + rows() + " rows of " + storedNumbers() + " bins");
        return new DatasetHeader(columns, storedNumbers(), precision(), settings, version, known, Map.of());
    }

    /** Reads {@code count} rows of parameters from {@code firstRow} on: count x columns. */
    public double[][] parameters(long firstRow, int count) throws IOException {
        requireRows(firstRow, count, rows());
        return parameters.doubles(firstRow, count);
    }

    /**
     * Reads {@code count} rows of a polarization from {@code firstRow} on, as they were before compression: count x 2
     * bins, strain/Hz, real and imaginary parts in turns.
     */
    public double[][] polarization(Polarization which, long firstRow, int count) throws IOException {
        return polarization(which, numbered(firstRow, count));
    }

    /**
     * Reads some rows of a polarization, as they were before compression: rows x 2 bins, strain/Hz, real and imaginary
     * parts in turns. Several rows of coefficients are given back together, far sooner than one by one and the same to
     * rounding.
     *
     * @param rows their numbers, in any order
     */
    public double[][] polarization(Polarization which, long[] rows) throws IOException {
        double[][] series = unprojected(which, rows);
        Compression before = compression().unprojected();
        for (int k = 0; k < rows.length; k++) {
            // Nothing but the heterodyne asks for a row's parameters.
            NamedParameters row = before.heterodyne().isPresent()
                ? new NamedParameters(columns, parameters(rows[k], 1)[0]) : NamedParameters.NONE;
            series[k] = before.inverse(series[k], row);
        }
        return series;
    }

    /** The same, still whitened and heterodyned where the dataset is: what its basis is for. */
    public double[][] unprojected(Polarization which, long[] rows) throws IOException {
        double[][] series = polarizations.doubles(which, rows);
        if (basis.isEmpty()) {
            return series;
        }
        if (rows.length == 1) {
            return new double[][] {basis.get().decompress(series[0])};
        }
        if (restorer == null) {
            restorer = new BlockRestorer(basis.get());
        }
        restorer.restore(series);
        return series;
    }

    /**
     * Reads {@code count} rows of a polarization from {@code firstRow} on as they are stored: count x 2
     * {@link #storedNumbers}, real and imaginary parts in turns, converted from single precision where the file has
     * that.
     */
    public double[][] stored(Polarization which, long firstRow, int count) throws IOException {
        return polarizations.doubles(which, numbered(firstRow, count));
    }

    /**
     * Reads {@code count} rows of a polarization from {@code firstRow} on in the file's own {@link #precision}, which
     * is faster where nothing was compressed: count x bins interleaved complex numbers in the machine's byte order, as
     * a batch has them.
     *
     * @param target receives them at its beginning
     */
    public void polarization(Polarization which, long firstRow, int count, MemorySegment target) throws IOException {
        polarization(which, numbered(firstRow, count), target);
    }

    /** The same for rows in any order. */
    public void polarization(Polarization which, long[] rows, MemorySegment target) throws IOException {
        if (compression().equals(Compression.NONE) && polarizations.isCopyable()) {
            polarizations.copy(which, rows, target);
            return;
        }
        int block = BlockRestorer.rowsAtOnce(bins());
        long rowBytes = (long) bins() * precision().complexBytes();
        for (int from = 0; from < rows.length; from += block) {
            long[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + block));
            double[][] series = polarization(which, some);
            for (int k = 0; k < some.length; k++) {
                put(series[k], target.asSlice((from + k) * rowBytes, rowBytes));
            }
        }
    }

    private void put(double[] parts, MemorySegment row) {
        if (precision() == Precision.DOUBLE) {
            MemorySegment.copy(parts, 0, row, ValueLayout.JAVA_DOUBLE, 0, parts.length);
            return;
        }
        for (int part = 0; part < parts.length; part++) {
            row.setAtIndex(ValueLayout.JAVA_FLOAT, part, (float) parts[part]);
        }
    }

    private long[] numbered(long firstRow, int count) {
        requireRows(firstRow, count, rows());
        return LongStream.range(firstRow, firstRow + count).toArray();
    }

    /** The range of each parameter over all rows, by column. Reads the table once, some rows at a time. */
    public List<ParameterRange> parameterRanges() throws IOException {
        double[] minima = new double[columns.size()];
        double[] maxima = new double[columns.size()];
        Arrays.fill(minima, Double.POSITIVE_INFINITY);
        Arrays.fill(maxima, Double.NEGATIVE_INFINITY);
        for (long first = 0; first < rows(); first += ROWS_AT_ONCE) {
            for (double[] row : parameters(first, (int) Math.min(ROWS_AT_ONCE, rows() - first))) {
                for (int k = 0; k < row.length; k++) {
                    minima[k] = row[k] < minima[k] ? row[k] : minima[k];
                    maxima[k] = row[k] > maxima[k] ? row[k] : maxima[k];
                }
            }
        }
        return IntStream.range(0, minima.length).mapToObj(k -> minima[k] > maxima[k]
            ? new ParameterRange(columns.get(k), Double.NaN, Double.NaN)
            : new ParameterRange(columns.get(k), minima[k], maxima[k])).toList();
    }

    /** How many draws were rejected on the way to the rows; 0 where Chirpmill did not write the file. */
    public long rejectedCount() throws IOException {
        return rejected().map(StoredArray::rows).orElse(0L);
    }

    /** Reads {@code count} rejections from number {@code first} on; they are ordered by row and attempt. */
    public List<Rejection> rejections(long first, int count) throws IOException {
        requireRows(first, count, rejectedCount());
        return count == 0 ? List.of() : StoredRejections.read(rejected().orElseThrow(), first, count);
    }

    private Optional<StoredArray> rejected() throws IOException {
        if (rejected == null) {
            rejected = file.root().hasGroup(FinalMetadata.OWN_GROUP)
                && file.root().group(FinalMetadata.OWN_GROUP).has(FinalMetadata.REJECTED)
                ? Optional.of(file.root().group(FinalMetadata.OWN_GROUP).array(FinalMetadata.REJECTED))
                : Optional.empty();
            require(rejected.isEmpty() || StoredRejections.are(rejected.get()), path,
                "its /chirpmill/rejected does not hold rows, attempts and reasons");
        }
        return rejected;
    }

    private static void requireRows(long first, int count, long rows) {
        Objects.checkFromIndexSize(first, (long) count, rows);
    }

    @Override
    public void close() throws IOException {
        if (restorer != null) {
            restorer.close();
            restorer = null;
        }
        file.close();
    }
}
