package org.chirpmill.reference;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.run.Models;
import org.chirpmill.settings.PythonLiteralReader;
import org.chirpmill.settings.WaveformGeneratorSettings;

/**
 * Waveforms that LALSimulation computed, as {@code src/test/resources/reference/README.md} describes them, read with
 * jhdf so that no HDF5 code of ours judges itself.
 *
 * @param name the file's name without its end: LALSimulation's name of the model, perhaps with that of an option
 * @param approximant LALSimulation's name of the model
 * @param options what LALSimulation was told beside it, a Python dictionary
 * @param referenceFrequency f_ref, Hz
 * @param frequencies the bins, Hz
 * @param groups the sets of sources, in the file's order
 */
public record ReferenceWaveforms(
    String name, String approximant, String options, double referenceFrequency, double[] frequencies,
    List<ReferenceGroup> groups) {

    private static final String FOLDER = "/reference/";
    /** A group on the bins of a uniform grid, which its attributes tell, in place of the file's frequencies. */
    private static final String UNIFORM_GROUP = "uniform_grid";
    /** Its waveforms on a uniform grid lack a mode. */
    private static final String WITHOUT_32_ON_UNIFORM_GRID = "IMRPhenomXPHM";
    private static final Pattern UNIFORM_DOMAIN =
        Pattern.compile("UniformFrequencyDomain .*delta_f=([0-9.]+) \\((\\d+) bins.*");

    /** Reads {@code <name>.h5}: waveforms on the file's own irregular frequencies, NaN where refused. */
    public static ReferenceWaveforms of(String name) {
        try (HdfFile file = new HdfFile(resource(name + ".h5"))) {
            double[] frequencies = (double[]) file.getDatasetByPath("/frequencies").getData();
            List<ReferenceGroup> groups = new ArrayList<>();
            for (Map.Entry<String, Node> child : file.getChildren().entrySet()) {
                if (child.getValue().isGroup() && !child.getKey().equals(UNIFORM_GROUP)) {
                    String path = "/" + child.getKey();
                    groups.add(group(file, child.getKey(), path, path));
                }
            }
            return of(name, file, frequencies, List.copyOf(groups));
        }
    }

    private static ReferenceWaveforms of(
            String name, HdfFile file, double[] frequencies, List<ReferenceGroup> groups) {
        return new ReferenceWaveforms(name, text(file, "approximant", name), text(file, "options", "{}"),
            (double) file.getAttribute("f_ref").getData(), frequencies, groups);
    }

    private static String text(HdfFile file, String attribute, String otherwise) {
        return file.getAttributes().containsKey(attribute)
            ? (String) file.getAttribute(attribute).getData() : otherwise;
    }

    /** The model with the options of the waveforms. */
    public WaveformModel model() {
        Map<String, Object> chosen = new LinkedHashMap<>();
        ((Map<?, ?>) PythonLiteralReader.read(options, name)).forEach((key, value) -> chosen.put((String) key, value));
        return ModelCatalogue.named(approximant).orElseThrow().with(Models.options(
            WaveformGeneratorSettings.ofLalsimulation(approximant, referenceFrequency, chosen, name)));
    }

    /** Whether there are waveforms of a whole model on a uniform grid. */
    public static boolean haveUniformGrid(String name) {
        if (name.equals(WITHOUT_32_ON_UNIFORM_GRID)) {
            return false;
        }
        if (ReferenceWaveforms.class.getResource(FOLDER + ofDingo(name)) != null) {
            return true;
        }
        try (HdfFile file = new HdfFile(resource(name + ".h5"))) {
            return file.getChild(UNIFORM_GROUP) != null;
        }
    }

    /**
     * Reads waveforms on a uniform grid from 0 Hz to f_max, zero below f_min, in a single group: those of dingo-gw's
     * UniformFrequencyDomain where there are any, else those of LALSimulation's ChooseFDWaveform, though without the
     * Nyquist bin, in which dingo-gw finds nothing.
     */
    public static ReferenceWaveforms onUniformGrid(String name) {
        return ReferenceWaveforms.class.getResource(FOLDER + ofDingo(name)) != null
            ? onDingosGrid(name) : onGridOfGroup(name);
    }

    private static String ofDingo(String name) {
        return "uniform_grid_" + name + ".h5";
    }

    /** Reads the group {@code uniform_grid} of {@code <name>.h5}. */
    private static ReferenceWaveforms onGridOfGroup(String name) {
        try (HdfFile file = new HdfFile(resource(name + ".h5"))) {
            String path = "/" + UNIFORM_GROUP;
            ReferenceGroup group = group(file, UNIFORM_GROUP, path, path);
            double spacing = (double) file.getByPath(path).getAttribute("delta_f").getData();
            for (int row = 0; row < group.rows(); row++) {
                clearNyquist(group.plus()[row]);
                clearNyquist(group.cross()[row]);
            }
            return of(name, file, multiples(spacing, group.plus()[0].length / 2), List.of(group));
        }
    }

    private static void clearNyquist(double[] interleaved) {
        int bins = interleaved.length / 2;
        if (Integer.bitCount(bins - 1) == 1) {
            Arrays.fill(interleaved, interleaved.length - 2, interleaved.length, 0);
        }
    }

    private static double[] multiples(double spacing, int count) {
        return IntStream.range(0, count).mapToDouble(bin -> bin * spacing).toArray();
    }

    /** Reads {@code uniform_grid_<approximant>.h5}. Its noise figures are zero, since the file has none. */
    private static ReferenceWaveforms onDingosGrid(String approximant) {
        try (HdfFile file = new HdfFile(resource(ofDingo(approximant)))) {
            String domain = (String) file.getAttribute("domain").getData();
            Matcher matcher = UNIFORM_DOMAIN.matcher(domain);
            if (!matcher.matches()) {
                throw new IllegalStateException("cannot read the domain '" + domain + "'");
            }
            double spacing = Double.parseDouble(matcher.group(1));
            double[] frequencies = multiples(spacing, Integer.parseInt(matcher.group(2)));
            String path = "/" + approximant;
            ReferenceGroup exact = group(file, "exact", path, path + "/exact");
            return of(approximant, file, frequencies, List.of(exact));
        }
    }

    /** The group of the given name. */
    public ReferenceGroup group(String groupName) {
        return groups.stream().filter(group -> group.name().equals(groupName)).findFirst().orElseThrow(
            () -> new NoSuchElementException("no group '" + groupName + "' in the reference " + name));
    }

    /**
     * How far LALSimulation's rows are known to be off, as max|dh| over the peak, by group and row in words; empty
     * where it has not been computed.
     */
    public Map<String, Double> lalErrors() {
        Map<String, Double> errors = new HashMap<>(errorsOf(name, ""));
        errors.putAll(errorsOf("uniform_grid_" + name, name + "/"));
        return errors;
    }

    /** The errors in the table beside a file, whose sets are groups after a path. */
    private static Map<String, Double> errorsOf(String file, String path) {
        String table = file + "_lal_error.tsv";
        if (ReferenceWaveforms.class.getResource(FOLDER + table) == null) {
            return Map.of();
        }
        try (Stream<String> lines = Files.lines(resource(table))) {
            return lines.filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).collect(Collectors.toMap(
                words -> words[0].substring(path.length()) + " " + words[1], words -> Double.valueOf(words[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file on disk of a resource in the reference folder, for tests that hand it to something else. */
    public static Path resource(String name) {
        URL url = ReferenceWaveforms.class.getResource(FOLDER + name);
        if (url == null) {
            throw new NoSuchElementException("no reference file " + FOLDER + name);
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(url.toString(), e);
        }
    }

    private static ReferenceGroup group(HdfFile file, String name, String parametersPath, String waveformPath) {
        Map<String, ?> columns = compound(file, parametersPath + "/parameters");
        List<String> names = List.copyOf(columns.keySet());
        double[][] plus = complex(file, waveformPath + "/h_plus");
        double[][] parameters = new double[plus.length][names.size()];
        for (int column = 0; column < names.size(); column++) {
            double[] values = (double[]) columns.get(names.get(column));
            for (int row = 0; row < values.length; row++) {
                parameters[row][column] = values[row];
            }
        }
        Group group = (Group) file.getByPath(waveformPath);
        return new ReferenceGroup(name, names, parameters, plus, complex(file, waveformPath + "/h_cross"),
            byRow(group, "lal_noise_peak", plus.length), byRow(group, "lal_noise_loss", plus.length),
            byRow(group, "lal_spread_peak", plus.length), byRow(group, "lal_spread_loss", plus.length));
    }

    /** Numbers of which each row has one; zeros where the file has none. */
    private static double[] byRow(Group group, String name, int rows) {
        return group.getChild(name) instanceof Dataset numbers ? (double[]) numbers.getData() : new double[rows];
    }

    private static double[][] complex(HdfFile file, String path) {
        Map<String, ?> parts = compound(file, path);
        double[][] real = (double[][]) parts.get("r");
        double[][] imaginary = (double[][]) parts.get("i");
        double[][] interleaved = new double[real.length][2 * real[0].length];
        for (int row = 0; row < real.length; row++) {
            for (int bin = 0; bin < real[row].length; bin++) {
                interleaved[row][2 * bin] = real[row][bin];
                interleaved[row][2 * bin + 1] = imaginary[row][bin];
            }
        }
        return interleaved;
    }

    private static Map<String, ?> compound(HdfFile file, String path) {
        Dataset dataset = file.getDatasetByPath(path);
        if (dataset.getData() instanceof Map<?, ?> members) {
            Map<String, Object> named = new LinkedHashMap<>();
            members.forEach((member, values) -> named.put((String) member, values));
            return named;
        }
        throw new IllegalStateException(path + " is no compound dataset");
    }
}
