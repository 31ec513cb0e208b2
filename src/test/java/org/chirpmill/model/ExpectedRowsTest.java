package org.chirpmill.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.cli.ChildJvm;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.reference.WideDraws;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows whose preparer was told of others to come are those that are prepared alone, bit by bit. */
class ExpectedRowsTest {
    private static final int DRAWS = 120;
    private static final EvaluationFrame FRAME = new EvaluationFrame(20, new FrequencyGrid(
        IntStream.rangeClosed(0, 1024).mapToDouble(bin -> bin).toArray(), 20, 1));
    private static final List<String> VECTORS_OF_16_BYTES =
        Stream.concat(ChildJvm.VECTORS.stream(), Stream.of("-XX:MaxVectorSize=16")).toList();
    private static final List<String> VECTORS_OF_32_BYTES =
        Stream.concat(ChildJvm.VECTORS.stream(), Stream.of("-XX:MaxVectorSize=32")).toList();

    static Stream<String> models() {
        return ModelCatalogue.all().stream().map(WaveformModel::approximant);
    }

    @ParameterizedTest
    @MethodSource("models")
    void companyDoesNotShowInABit(String approximant) throws UnphysicalSourceException {
        List<String> alone = rows(approximant, 1);
        for (int together : new int[] {2, 3, 7, 8, 9, 16}) {
            List<String> beside = rows(approximant, together);
            for (int draw = 0; draw < DRAWS; draw++) {
                assertEquals(alone.get(draw), beside.get(draw),
                    approximant + ", draw " + draw + ", " + together + " together");
            }
        }
    }

    static Stream<List<String>> otherJvms() {
        return Stream.of(List.of(), VECTORS_OF_16_BYTES, VECTORS_OF_32_BYTES);
    }

    @ParameterizedTest
    @MethodSource("otherJvms")
    void vectorsDoNotShowInABit(List<String> options) throws Exception {
        CommandLineRun run = ChildJvm.run(ExpectedRowsTest.class, Map.of(), options);
        assertEquals(0, run.exitCode(), run.out());
        assertTrue(run.out().endsWith(digest() + "\n"), run.out());
    }

    /** What another JVM runs. */
    public static void main(String[] arguments) throws UnphysicalSourceException {
        System.out.println(digest());
    }

    private static String digest() throws UnphysicalSourceException {
        return rows("IMRPhenomXPHM", 16).hashCode() + " " + rows("IMRPhenomXHM", 5).hashCode();
    }

    /** Rows, in words that show every bit, each prepared when it and others, so many in all, are expected. */
    private static List<String> rows(String approximant, int together) throws UnphysicalSourceException {
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow();
        WideDraws draws = new WideDraws(model, FRAME.referenceFrequency(), 23);
        Preparer preparer = model.open(FRAME);
        List<String> rows = new ArrayList<>();
        for (int from = 0; from < DRAWS; from += together) {
            List<SourceParameters> sources = new ArrayList<>();
            for (int draw = from; draw < Math.min(DRAWS, from + together); draw++) {
                sources.add(draws.source(draw));
            }
            if (together > 1) {
                preparer.expect(sources);
            }
            for (SourceParameters source : sources) {
                rows.add(row(model, preparer, source));
            }
        }
        return rows;
    }

    private static String row(WaveformModel model, Preparer preparer, SourceParameters source) {
        double[] row = new double[model.layout().size()];
        try {
            preparer.prepare(source, row, 0);
        } catch (SourceRefusedException refusal) {
            return refusal.getMessage();
        }
        StringBuilder bits = new StringBuilder();
        for (double number : row) {
            bits.append(Long.toHexString(Double.doubleToLongBits(number))).append(' ');
        }
        return bits.toString();
    }
}
