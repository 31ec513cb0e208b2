package org.chirpmill.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chirpmill.cli.GoldenSet.Compression;
import org.chirpmill.cli.GoldenSet.Way;

/** Which sets have their bytes recorded. */
final class GoldenSets {
    /** Sources for every model, each on two grids. */
    private static final List<String> MODELS =
        List.of("TaylorF2", "IMRPhenomD", "IMRPhenomXAS", "IMRPhenomXHM", "IMRPhenomXP", "IMRPhenomXPHM");
    /** Sources for models that share their stages with those, on one grid of each kind. */
    private static final List<String> FURTHER_MODELS = List.of("IMRPhenomHM", "IMRPhenomPv2");
    /** The same of neutron stars. */
    private static final List<String> NEUTRON_STARS = List.of("IMRPhenomD_NRTidalv2", "IMRPhenomNSBH",
        "IMRPhenomPv2_NRTidalv2", "IMRPhenomXAS_NRTidalv2", "IMRPhenomXAS_NRTidalv3", "IMRPhenomXP_NRTidalv2",
        "IMRPhenomXP_NRTidalv3");
    /** Sources for models whose angles are a table in each row, with angles of all kinds. */
    private static final List<String> TABULATED =
        List.of("IMRPhenomXP_320", "IMRPhenomXPHM_320", "IMRPhenomXO4a", "IMRPhenomXPNR");
    /** Where models branch off: extreme masses and spins, single-spin angles, some modes only. */
    private static final List<String> BRANCHES = List.of("IMRPhenomXHM_wide", "IMRPhenomXP_102", "IMRPhenomXPHM_102",
        "IMRPhenomXPHM_modes", "IMRPhenomXPHM_wide");
    /** Priors with functions of their own. */
    private static final List<String> PRIORS = List.of("IMRPhenomD_priors", "IMRPhenomXP_priors");

    private GoldenSets() {}

    /** All of them, in the order in which they are recorded. */
    static List<GoldenSet> all() {
        List<GoldenSet> sets = new ArrayList<>();
        for (String model : MODELS) {
            String suffix = model.equals("TaylorF2") ? "_high" : "";
            sets.addAll(plain(model, "uniform" + suffix));
            sets.addAll(compressed(model, "uniform" + suffix));
            sets.addAll(plain(model, "multibanded" + suffix));
            sets.addAll(compressedBands(model, "multibanded" + suffix));
        }
        FURTHER_MODELS.forEach(model -> sets.addAll(further(model, "")));
        for (String sources : TABULATED) {
            sets.addAll(each(sources, "uniform", Compression.PLAIN,
                Way.FAST_SINGLE, Way.EXACT_DOUBLE, Way.SCALAR_DOUBLE));
            sets.addAll(each(sources, "multibanded", Compression.PLAIN,
                Way.FAST_DOUBLE, Way.EXACT_DOUBLE, Way.SCALAR_DOUBLE));
        }
        NEUTRON_STARS.forEach(model -> sets.addAll(further(model, "_high")));
        for (String sources : BRANCHES) {
            sets.addAll(each(sources, "uniform", Compression.PLAIN,
                Way.FAST_SINGLE, Way.FAST_DOUBLE, Way.EXACT_DOUBLE, Way.SCALAR_DOUBLE));
            sets.addAll(each(sources, "uniform", Compression.WHITENED_PROJECTED, Way.FAST_SINGLE));
        }
        for (String sources : PRIORS) {
            sets.addAll(each(sources, "multibanded", Compression.PLAIN, Way.FAST_DOUBLE, Way.SCALAR_DOUBLE));
        }
        sets.addAll(heterodyned("uniform"));
        sets.addAll(heterodyned("multibanded"));
        sets.addAll(each("IMRPhenomXPHM", "uniform", Compression.SAMPLED,
            Way.FAST_SINGLE, Way.EXACT_DOUBLE, Way.SCALAR_SINGLE, Way.SCALAR_DOUBLE));
        return sets;
    }

    private static List<GoldenSet> further(String model, String suffix) {
        return Stream.of(
            each(model, "uniform" + suffix, Compression.PLAIN, Way.FAST_SINGLE, Way.EXACT_DOUBLE, Way.SCALAR_DOUBLE),
            each(model, "multibanded" + suffix, Compression.PLAIN, Way.FAST_DOUBLE, Way.SCALAR_DOUBLE))
            .flatMap(List::stream).toList();
    }

    /** Of a model that is drawn by chirp mass and mass ratio. */
    private static List<GoldenSet> heterodyned(String grid) {
        return Stream.of(
            each("IMRPhenomXPHM", grid, Compression.HETERODYNED, Way.FAST_SINGLE, Way.SCALAR_DOUBLE),
            each("IMRPhenomXPHM", grid, Compression.WHITENED_HETERODYNED, Way.EXACT_DOUBLE, Way.SCALAR_SINGLE),
            each("IMRPhenomXPHM", grid, Compression.ALL_STEPS, Way.FAST_SINGLE, Way.SCALAR_DOUBLE))
            .flatMap(List::stream).toList();
    }

    private static List<GoldenSet> plain(String sources, String grid) {
        return each(sources, grid, Compression.PLAIN,
            Way.FAST_SINGLE, Way.FAST_DOUBLE, Way.EXACT_SINGLE, Way.EXACT_DOUBLE, Way.SCALAR_DOUBLE);
    }

    private static List<GoldenSet> compressed(String sources, String grid) {
        return Stream.of(
            each(sources, grid, Compression.WHITENED, Way.FAST_SINGLE, Way.SCALAR_DOUBLE),
            each(sources, grid, Compression.PROJECTED, Way.FAST_SINGLE, Way.EXACT_DOUBLE, Way.SCALAR_SINGLE),
            each(sources, grid, Compression.WHITENED_PROJECTED, Way.FAST_SINGLE, Way.SCALAR_DOUBLE))
            .flatMap(List::stream).toList();
    }

    private static List<GoldenSet> compressedBands(String sources, String grid) {
        return Stream.of(
            each(sources, grid, Compression.WHITENED, Way.FAST_SINGLE),
            each(sources, grid, Compression.PROJECTED, Way.EXACT_DOUBLE, Way.SCALAR_SINGLE),
            each(sources, grid, Compression.WHITENED_PROJECTED, Way.FAST_SINGLE))
            .flatMap(List::stream).toList();
    }

    private static List<GoldenSet> each(String sources, String grid, Compression compression, Way... ways) {
        return Stream.of(ways).map(way -> new GoldenSet(sources, grid, compression, way)).toList();
    }

    /** Some that meet every model and every stage, for a JVM that has no time for more. */
    static List<GoldenSet> few() {
        return all().stream().filter(set -> isMet(set.sources()) && switch (set.compression()) {
            case PLAIN -> set.grid().startsWith("multibanded")
                && (set.way() == Way.SCALAR_DOUBLE || set.way() == Way.EXACT_DOUBLE);
            case WHITENED_PROJECTED -> set.grid().startsWith("uniform") && set.way() == Way.FAST_SINGLE;
            case HETERODYNED, ALL_STEPS -> set.grid().startsWith("uniform");
            case SAMPLED -> true;
            case WHITENED, PROJECTED, WHITENED_HETERODYNED -> false;
        }).toList();
    }

    private static boolean isMet(String sources) {
        return MODELS.contains(sources) || TABULATED.contains(sources);
    }

    /** Those that a JVM without the Vector API makes. */
    static List<GoldenSet> scalar() {
        return all().stream().filter(GoldenSet::isScalar).toList();
    }
}
