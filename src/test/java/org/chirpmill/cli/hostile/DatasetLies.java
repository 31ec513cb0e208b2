package org.chirpmill.cli.hostile;

import static org.chirpmill.cli.hostile.ElementType.C8;
import static org.chirpmill.cli.hostile.ElementType.F4;
import static org.chirpmill.cli.hostile.ElementType.F8;
import static org.chirpmill.cli.hostile.ElementType.I4;
import static org.chirpmill.cli.hostile.ElementType.I8;
import static org.chirpmill.cli.hostile.ElementType.TEXT;
import static org.chirpmill.cli.hostile.Hdf5Author.Storage.CONTIGUOUS;
import static org.chirpmill.cli.hostile.Hdf5Author.Storage.chunks;
import static org.chirpmill.cli.hostile.Hdf5Author.Storage.external;
import static org.chirpmill.cli.hostile.Hdf5Author.Storage.virtual;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.chirpmill.cli.hostile.ElementType.Field;
import org.chirpmill.cli.hostile.Hdf5Author.Shape;
import org.chirpmill.cli.hostile.Lie.Answer;
import org.chirpmill.cli.hostile.Lie.Answers;

/** What a dataset can claim. */
final class DatasetLies {
    private static final int ROWS = 12;
    private static final int BINS = 33;
    private static final String PLAIN = "plain.hdf5";
    private static final String PARAMETERS = "parameters";
    private static final String PLUS = "polarizations/h_plus";
    private static final String CROSS = "polarizations/h_cross";
    private static final String REJECTED = "chirpmill/rejected";
    private static final Shape SET = Shape.of(ROWS, BINS);

    private static final Answers REFUSED = Answers.of(Answer.REFUSED);
    private static final Answers AS_INTACT = Answers.of(Answer.AS_INTACT);
    /** Whoever makes the set's waveforms anew needs its settings. */
    private static final Answers WITHOUT_SETTINGS = AS_INTACT.but(Answer.REFUSED, "verify", "plot strain",
        "plot waveform", "plot modes", "resume");
    /** It is not what it was, and nobody can go on with it. */
    private static final Answers OF_ANOTHER_ORIGIN = AS_INTACT.but(Answer.REFUSED, "resume");
    /** Rows of other sources than the seed gives. */
    private static final Answers OF_OTHER_SOURCES = AS_INTACT.but(Answer.UNLIKE, "compare", "compare with", "verify");
    /** Rows of which no source can be told. */
    private static final Answers OF_NO_SOURCES = OF_OTHER_SOURCES.but(Answer.REFUSED, "waveform", "plot corner");

    /** The parameters of the bench's settings. */
    private final List<String> columns;
    private final List<Lie> lies = new ArrayList<>();

    private DatasetLies(List<String> columns) {
        this.columns = columns;
    }

    static List<Lie> of(List<String> columns) {
        DatasetLies all = new DatasetLies(columns);
        all.attributes();
        all.extents();
        all.parameters();
        all.polarizations();
        all.otherPlaces();
        all.settings();
        all.rejections();
        return all.lies;
    }

    private void lie(String name, Answers answers, Lie.Teller told) {
        lies.add(new Lie(name, PLAIN, told, answers));
    }

    /** What is beside the arrays may be strange as long as nobody needs it. */
    private void attributes() {
        lie("its settings are 3,000 texts", REFUSED, f ->
            f.textAttribute("/", "settings", Shape.of(3000), Collections.nCopies(3000, "xxxxxxxxxx")));
        lie("its settings are 6,000 texts of ten bytes", REFUSED, f ->
            f.attribute("/", "settings", ElementType.text(10), Shape.of(6000), new byte[60_000]));
        lie("its settings are one text in a list", WITHOUT_SETTINGS, f ->
            f.textAttribute("/", "settings", Shape.of(1), List.of("{'a': 1}")));
        lie("its settings are nothing", REFUSED, f ->
            f.textAttribute("/", "settings", Shape.NONE, List.of()));
        lie("its settings are nothing of ten bytes", REFUSED, f ->
            f.attribute("/", "settings", ElementType.text(10), Shape.NONE, new byte[0]));
        lie("its settings are a number", REFUSED, f ->
            f.attribute("/", "settings", I8, Shape.SCALAR, new byte[8]));
        lie("its type is 3,000 texts", REFUSED, f ->
            f.textAttribute("/", "dataset_type", Shape.of(3000), Collections.nCopies(3000, "waveform_dataset")));
        lie("its type is one text in a list", AS_INTACT, f ->
            f.textAttribute("/", "dataset_type", Shape.of(1), List.of("waveform_dataset")));
        for (int count : new int[] {0, 1, 3, 30, 100, 3000}) {
            lie("beside ours is an attribute of " + count + " texts", AS_INTACT, f ->
                f.textAttribute("chirpmill", "tags", Shape.of(count), Collections.nCopies(count, "a tag")));
        }
        lie("beside ours is an attribute of nothing", AS_INTACT, f ->
            f.textAttribute("chirpmill", "notes", Shape.NONE, List.of()));
        lie("beside ours is an attribute of numbers", AS_INTACT, f ->
            f.attribute("chirpmill", "numbers", F8, Shape.of(3, 4), new byte[96]));
        lie("its seed is three texts", OF_ANOTHER_ORIGIN, f ->
            f.textAttribute("chirpmill", "seed", Shape.of(3), List.of("0", "1", "2")));
        lie("its version is 100,000 texts", REFUSED, f ->
            f.texts("version", Shape.of(100_000), Collections.nCopies(100_000, "v")));
        lie("its version is one text in a list", OF_ANOTHER_ORIGIN, f ->
            f.texts("version", Shape.of(1), List.of("chirpmill=0.1.0")));
        lie("its version is a list of nothing", REFUSED, f -> f.texts("version", Shape.of(0), List.of()));
        lie("its version is nothing", REFUSED, f -> f.dataset("version", TEXT, Shape.NONE, CONTIGUOUS));
        lie("its version is a number", REFUSED, f -> f.dataset("version", I8, Shape.SCALAR, new byte[8]));
    }

    private void extents() {
        lie("it has no rows", REFUSED, f -> arrays(f, 0, BINS, new long[] {1}, new long[] {1, 64}));
        lie("it has no bins", REFUSED, f -> arrays(f, ROWS, 0, new long[] {ROWS}, new long[] {1, 64}));
        lie("it has 1e12 rows", REFUSED, f -> arrays(f, 1_000_000_000_000L, BINS));
        lie("it has 2e18 rows", REFUSED, f -> arrays(f, 2_000_000_000_000_000_000L, BINS));
        lie("it has 1e7 rows of nothing", REFUSED, f -> arrays(f, 10_000_000, BINS));
        lie("it has 1e9 bins", REFUSED, f -> arrays(f, ROWS, 1_000_000_000));
        lie("it has 2^31 - 1 bins", REFUSED, f -> arrays(f, ROWS, Integer.MAX_VALUE));
        lie("it has 1e12 bins", REFUSED, f -> arrays(f, ROWS, 1_000_000_000_000L));
        lie("it has 2^59 bins", REFUSED, f -> arrays(f, 2, 1L << 59, new long[] {2}, new long[] {1, 64}));
        lie("it has 32 of 33 bins", OF_OTHER_SOURCES.but(Answer.REFUSED, "resume"), f -> {
            for (String path : List.of(PLUS, CROSS)) {
                f.dataset(path, C8, Shape.of(ROWS, BINS - 1), filled(ROWS * (BINS - 1), 0));
            }
        });
        lie("it unpacks to a gigabyte", OF_OTHER_SOURCES.but(Answer.REFUSED, "resume"), f -> {
            byte[] megabytes = deflated(1L << 25);
            for (String path : List.of(PLUS, CROSS)) {
                f.bomb(path, C8, Shape.of(ROWS, 1L << 22), new long[] {1, 1L << 22}, megabytes);
            }
        });
    }

    private void arrays(Hdf5Author f, long rows, long bins) throws IOException {
        arrays(f, rows, bins, new long[] {Math.min(1024, rows)}, new long[] {Math.min(16, rows), Math.min(64, bins)});
    }

    private void arrays(Hdf5Author f, long rows, long bins, long[] tableChunks, long[] chunks) throws IOException {
        f.dataset(PARAMETERS, table(F8), Shape.of(rows),
            rows == 0 ? CONTIGUOUS : chunks(tableChunks));
        for (String path : List.of(PLUS, CROSS)) {
            f.dataset(path, C8, Shape.of(rows, bins),
                rows == 0 || bins == 0 ? CONTIGUOUS : chunks(chunks));
        }
    }

    private ElementType table(ElementType type) {
        return ElementType.columns(type, columns.stream());
    }

    /** The usual columns, but for the first one. */
    private ElementType tableWith(Field first) {
        return ElementType.record(Stream.concat(Stream.of(first),
            columns.stream().skip(1).map(name -> new Field(name, F8))).toList());
    }

    private void parameters() {
        Shape rows = Shape.of(ROWS);
        lie("its table is nothing", REFUSED, f -> f.dataset(PARAMETERS, F8, Shape.NONE, CONTIGUOUS));
        lie("its table is one row", REFUSED, f ->
            f.dataset(PARAMETERS, table(F8), Shape.SCALAR, new byte[8 * columns.size()]));
        lie("its table is a group", REFUSED, f -> f.remove(PARAMETERS).group(PARAMETERS));
        lie("its table is a matrix", REFUSED, f -> f.dataset(PARAMETERS, table(F8), SET, CONTIGUOUS));
        lie("its table has no columns", REFUSED, f -> f.dataset(PARAMETERS, F8, rows, CONTIGUOUS));
        lie("its table holds nothing that is a number", OF_NO_SOURCES, f ->
            f.dataset(PARAMETERS, table(F8), rows, filled(ROWS * columns.size(), Double.NaN)));
        lie("its table holds infinities", OF_NO_SOURCES, f -> f.dataset(PARAMETERS, table(F8), rows,
            filled(ROWS * columns.size(), Double.POSITIVE_INFINITY)));
        lie("a row of its table is not a number", OF_OTHER_SOURCES.but(Answer.REFUSED, "plot corner"), f ->
            f.dataset(PARAMETERS, table(F8), rows, rising(ROWS, columns.size())));
        lie("a column holds texts", REFUSED, f ->
            f.dataset(PARAMETERS, tableWith(new Field(columns.getFirst(), TEXT)), rows, CONTIGUOUS));
        lie("a column holds texts of eight bytes", REFUSED, f -> f.dataset(PARAMETERS,
            tableWith(new Field(columns.getFirst(), ElementType.text(8))), rows, CONTIGUOUS));
        lie("a column holds arrays", REFUSED, f -> f.dataset(PARAMETERS,
            tableWith(new Field(columns.getFirst(), ElementType.array(F8, 1000))), rows, CONTIGUOUS));
        lie("a column holds records", REFUSED, f ->
            f.dataset(PARAMETERS, tableWith(new Field(columns.getFirst(), C8)), rows, CONTIGUOUS));
        column("\u001b]0;pwned\u0007\u001b[31mRED\nchirpmill: all is well.\n", "made for terminals");
        column("x".repeat(40_000), "of 40,000 letters");
        column("phase ", "that nearly is the phase");
        lie("it has 900 columns", OF_NO_SOURCES.but(Answer.REFUSED, "resume"), f -> f.dataset(PARAMETERS,
            ElementType.columns(F8, IntStream.range(0, 900).mapToObj(k -> "c" + k)), rows, new byte[8 * 900 * ROWS]));
    }

    /** With its first column under another name. */
    private void column(String name, String what) {
        lie("a column has a name " + what, OF_NO_SOURCES.but(Answer.REFUSED, "resume"), f ->
            f.dataset(PARAMETERS, tableWith(new Field(name, F8)), Shape.of(ROWS), filled(ROWS * columns.size(), 0.25)));
    }

    private void polarizations() {
        waveforms("zero", 0, OF_OTHER_SOURCES.but(Answer.REFUSED, "plot strain", "plot waveform"));
        waveforms("no numbers", Float.NaN, OF_OTHER_SOURCES.but(Answer.REFUSED, "plot strain", "plot waveform"));
        waveforms("infinite", Float.POSITIVE_INFINITY,
            OF_OTHER_SOURCES.but(Answer.REFUSED, "plot strain", "plot waveform"));
        waveforms("as large as floats are", Float.MAX_VALUE, OF_OTHER_SOURCES);
        waveforms("as small as floats are", Float.MIN_VALUE, OF_OTHER_SOURCES);
        lie("h_plus is nothing", REFUSED, f -> f.dataset(PLUS, C8, Shape.NONE, CONTIGUOUS));
        lie("h_plus is one number", REFUSED, f -> f.dataset(PLUS, C8, Shape.SCALAR, CONTIGUOUS));
        lie("h_plus is a cube", REFUSED, f -> f.dataset(PLUS, C8, Shape.of(ROWS, BINS, 2), CONTIGUOUS));
        lie("h_plus is of 32 dimensions", REFUSED, f ->
            f.dataset(PLUS, C8, Shape.of(LongStream.generate(() -> 1).limit(32).toArray()), CONTIGUOUS));
        lie("h_plus is real", REFUSED, f -> f.dataset(PLUS, F8, SET, CONTIGUOUS));
        lie("h_plus is whole", REFUSED, f -> f.dataset(PLUS, ElementType.complex(I4), SET, CONTIGUOUS));
        lie("h_plus is of texts", REFUSED, f -> f.dataset(PLUS, ElementType.complex(TEXT), SET, CONTIGUOUS));
        lie("h_plus is of arrays", REFUSED, f ->
            f.dataset(PLUS, ElementType.complex(ElementType.array(F4, 7)), SET, CONTIGUOUS));
        lie("h_plus is of lists", REFUSED, f -> f.dataset(PLUS, ElementType.list(F4), SET, CONTIGUOUS));
        lie("h_plus is of opaque bytes", REFUSED, f -> f.dataset(PLUS, ElementType.opaque(8), SET, CONTIGUOUS));
        lie("h_plus is a group", REFUSED, f -> f.remove(PLUS).group(PLUS));
        lie("there is no h_plus", REFUSED, f -> f.remove(PLUS));
        lie("the polarizations are a dataset", REFUSED, f ->
            f.remove("polarizations").dataset("polarizations", F8, Shape.SCALAR, new byte[8]));
    }

    private void waveforms(String name, float value, Answers answers) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * 2 * ROWS * BINS).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            bytes.putFloat(value);
        }
        lie("its waveforms are " + name, answers, f ->
            f.dataset(PLUS, C8, SET, bytes.array()).dataset(CROSS, C8, SET, bytes.array()));
    }

    private void otherPlaces() {
        String kin = "settings.yaml";
        lie("h_plus leads nowhere", REFUSED, f -> f.remove(PLUS).softLink(PLUS, "/nowhere"));
        lie("h_plus is a link to h_cross", OF_OTHER_SOURCES, f ->
            f.remove(PLUS).softLink(PLUS, "/" + CROSS));
        lie("the table is a link that leads to itself", REFUSED, f ->
            f.remove(PARAMETERS).softLink(PARAMETERS, "/b").softLink("b", "/" + PARAMETERS));
        lie("our group is the root", OF_ANOTHER_ORIGIN, f -> f.remove("chirpmill").hardLink("chirpmill", "/"));
        lie("a group contains itself", AS_INTACT, f -> f.hardLink("polarizations/again", "/"));
        lie("the table lies in another file", REFUSED, f ->
            f.remove(PARAMETERS).externalLink(PARAMETERS, PLAIN, "/" + PARAMETERS));
        lie("the table lies in a file that is not", REFUSED, f ->
            f.remove(PARAMETERS).externalLink(PARAMETERS, "none.hdf5", "/" + PARAMETERS));
        lie("the table lies in a pipe", REFUSED, f ->
            f.remove(PARAMETERS).externalLink(PARAMETERS, "pipe", "/" + PARAMETERS));
        lie("the polarizations lie in another file", REFUSED, f ->
            f.remove("polarizations").externalLink("polarizations", PLAIN, "/polarizations"));
        lie("our group lies in another file", REFUSED, f ->
            f.remove("chirpmill").externalLink("chirpmill", PLAIN, "/chirpmill"));
        lie("the basis lies in another file", REFUSED, f -> f.externalLink("svd", "projected.hdf5", "/svd"));
        lie("the table's rows lie in another file", REFUSED, f -> f.dataset(PARAMETERS, table(F8), Shape.of(ROWS),
            external(kin, 8L * ROWS * columns.size())));
        lie("h_plus lies in another file, bare", REFUSED, f ->
            f.dataset(PLUS, C8, SET, external(kin, 8L * ROWS * BINS)));
        lie("h_plus is put together of another file", REFUSED, f ->
            f.dataset(PLUS, C8, SET, virtual(PLAIN, PLUS)));
        lie("h_plus is put together of itself", REFUSED, f -> f.dataset(PLUS, C8, SET, virtual(".", PLUS)));
        lie("the basis is a dataset", AS_INTACT, f -> f.dataset("svd", I8, Shape.SCALAR, new byte[8]));
        lie("our group is a dataset", OF_ANOTHER_ORIGIN, f ->
            f.remove("chirpmill").dataset("chirpmill", I8, Shape.SCALAR, new byte[8]));
    }

    /** A text that nobody can use is shown by inspect and refused by who needs it. */
    private void settings() {
        settings("200,000 brackets", "[".repeat(200_000) + "]".repeat(200_000));
        settings("200,000 dicts", "{'a':".repeat(200_000) + "1" + "}".repeat(200_000));
        settings("code", "__import__('os').system('touch pwned')");
        settings("made for terminals", "{'a': '\\x1b]0;pwned\\x07\\x1b[2J', 'b': '\\n\\n forged line'}");
        settings("characters for terminals", "{'a': '\u001b]0;pwned\u0007\u001b[2J\n\n chirpmill: all is well.'}");
        settings("100 MB", "{'a': '" + "x".repeat(100_000_000) + "'}");
        settings("a number of 100 MB", "{'a': " + "1".repeat(100_000_000) + "}");
        settings("a list of 100 MB", "{'a': [" + "1,".repeat(50_000_000) + "]}");
        settings("escapes that mean nothing", "{'a': '\\N{BULLET}\\u12'}");
    }

    private void settings(String name, String text) {
        boolean isLarge = text.length() > 10_000_000;
        lie("its settings are " + name, isLarge ? REFUSED : WITHOUT_SETTINGS, f -> f.text("/", "settings", text));
    }

    private void rejections() {
        rejections("a number", f -> f.dataset(REJECTED, I8, Shape.SCALAR, new byte[8]));
        rejections("a list of numbers", f -> f.dataset(REJECTED, F8, Shape.of(5), CONTIGUOUS));
        rejections("nothing", f -> f.dataset(REJECTED, F8, Shape.NONE, CONTIGUOUS));
        rejections("with texts of any length", f ->
            f.dataset(REJECTED, rejection(TEXT), Shape.of(5), CONTIGUOUS));
        rejections("a matrix", f -> f.dataset(REJECTED, rejection(ElementType.text(100)), Shape.of(5, 1_000_000),
            chunks(5, 10)));
        rejections("2e9 bytes each", f -> f.dataset(REJECTED, rejection(ElementType.text(2_000_000_000)),
            Shape.of(2), chunks(1)));
        rejections("1e12", f -> f.dataset(REJECTED, rejection(ElementType.text(10)),
            Shape.of(1_000_000_000_000L), chunks(1024)));
        rejections("a group", f -> f.remove(REJECTED).group(REJECTED));
        rejections("in another file", f ->
            f.remove(REJECTED).externalLink(REJECTED, PLAIN, "/" + REJECTED));
    }

    /** Only inspect shows them. */
    private void rejections(String name, Lie.Teller told) {
        lie("its rejections are " + name, AS_INTACT.but(Answer.REFUSED, "inspect"), told);
    }

    private static ElementType rejection(ElementType reason) {
        return ElementType.record(List.of(new Field("row", I8), new Field("attempt", I4), new Field("reason", reason)));
    }

    static byte[] filled(int count, double value) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < count; k++) {
            bytes.putDouble(value);
        }
        return bytes.array();
    }

    /** A table whose rows rise by a quarter, the last being no numbers. */
    private static byte[] rising(int rows, int columns) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * rows * columns).order(ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < rows * columns; k++) {
            bytes.putDouble(k / columns == rows - 1 ? Double.NaN : 0.25 * (1 + k / columns));
        }
        return bytes.array();
    }

    private static byte[] deflated(long zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(9))) {
            byte[] some = new byte[1 << 16];
            for (long done = 0; done < zeros; done += some.length) {
                out.write(some);
            }
        }
        return bytes.toByteArray();
    }
}
