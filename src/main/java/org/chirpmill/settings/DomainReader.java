package org.chirpmill.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and checks the {@code domain} mapping. */
final class DomainReader {
    private static final Set<String> UNIFORM = Set.of("UniformFrequencyDomain", "FrequencyDomain", "FD");
    private static final Set<String> MULTIBANDED = Set.of("MultibandedFrequencyDomain", "MFD");
    private static final Set<String> TIME = Set.of("TimeDomain", "TD");
    private static final long MOST_BINS = 4_000_000;

    private final Reading reading;

    DomainReader(Reading reading) {
        this.reading = reading;
    }

    DomainSettings domain(Section section) {
        String types = "UniformFrequencyDomain (or FrequencyDomain, FD) or MultibandedFrequencyDomain (or MFD)";
        String type = typeName(section, types);
        section.requireSound();
        if (UNIFORM.contains(type)) {
            return uniform(section);
        }
        if (MULTIBANDED.contains(type)) {
            return multibanded(section);
        }
        if (TIME.contains(type)) {
            throw section.refusal("type", types + ", because Chirpmill's models live in the frequency domain");
        }
        throw section.refusal("type", types);
    }

    /** A domain's type by its bare name: dingo-waveform also writes it with the module in front. */
    static String withoutModule(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String typeName(Section section, String allowed) {
        return withoutModule(section.text("type", allowed));
    }

    private DomainSettings.Uniform uniform(Section section) {
        double minimum = section.number("f_min", "a frequency of 0 Hz or more", f -> f >= 0);
        double maximum = section.number("f_max", "a frequency in Hz above " + section.path("f_min")
            + (Double.isNaN(minimum) ? "" : " = " + PythonLiteral.of(minimum)), f -> !(f <= minimum));
        double deltaF = section.number("delta_f", "a frequency spacing above 0 Hz", f -> f > 0);
        section.refuseOthers(KnownKeys.UNIFORM);
        section.requireSound();
        if (maximum / deltaF > MOST_BINS) {
            throw section.refusal("delta_f", "a spacing that makes at most " + MOST_BINS + " bins up to "
                + section.path("f_max") + " = " + PythonLiteral.of(maximum));
        }
        // dingo-gw counts int(f_max / delta_f) + 1 bins and spreads them evenly up to f_max.
        long intervals = (long) (maximum / deltaF);
        if (Math.abs(intervals * deltaF - maximum) > 1e-9 * deltaF) {
            throw section.refusal("f_max", "a whole multiple of " + section.path("delta_f") + " = "
                + PythonLiteral.of(deltaF) + " Hz");
        }
        return new DomainSettings.Uniform(minimum, maximum, deltaF);
    }

    private DomainSettings.Multibanded multibanded(Section section) {
        List<Double> nodes = reading.collect(section.path("nodes"), List.of(), () -> nodes(section));
        Optional<DomainSettings.Uniform> given = baseDomain(section, nodes);
        double baseDeltaF = given.map(DomainSettings.Uniform::deltaF).orElse(Double.NaN);
        double initialDeltaF = section.number("delta_f_initial", given.isEmpty() ? "a frequency spacing above 0 Hz"
            : "a whole multiple of the base grid's spacing of " + PythonLiteral.of(baseDeltaF) + " Hz",
            f -> f > 0 && (given.isEmpty() || (long) ((float) f / (float) baseDeltaF) >= 1
                && Math.abs(f / baseDeltaF - Math.rint(f / baseDeltaF)) < 1e-9));
        section.refuseOthers(KnownKeys.MULTIBANDED);
        section.requireSound();
        DomainSettings.Uniform base = given.orElseThrow();
        if ((nodes.getLast() - nodes.getFirst()) / initialDeltaF > MOST_BINS) {
            throw section.refusal("delta_f_initial", "a spacing that makes at most " + MOST_BINS + " bins");
        }
        DomainSettings.Multibanded domain = new DomainSettings.Multibanded(nodes, initialDeltaF, base);
        requireBins(section, domain);
        warnOfRemainders(section, domain);
        return domain;
    }

    private List<Double> nodes(Section section) {
        String allowed = "a list of two or more frequencies above 0 Hz, each above the one before";
        if (!(section.entries().get("nodes") instanceof List<?> list) || list.size() < 2) {
            throw section.refusal("nodes", allowed).with(SettingsRemedy.FIND_BANDS);
        }
        List<Double> nodes = new ArrayList<>();
        List<Object> asNumbers = new ArrayList<>();
        double previous = 0;
        for (Object item : list) {
            Number number = LenientNumber.of(item);
            if (number == null || !(number.doubleValue() > previous)) {
                throw reading.refusal(section.path("nodes") + "[" + nodes.size() + "]", item,
                    nodes.isEmpty() ? "a frequency above 0 Hz"
                        : "a frequency in Hz above the node before, " + PythonLiteral.of(previous));
            }
            previous = number.doubleValue();
            nodes.add(previous);
            asNumbers.add(number);
        }
        if (!asNumbers.equals(list)) {
            reading.takeAs(section.path("nodes"), asNumbers);
        }
        return nodes;
    }

    /** The grid that the bands are made of; empty where it is refused, or spans nodes that are. */
    private Optional<DomainSettings.Uniform> baseDomain(Section section, List<Double> nodes) {
        if (section.isSet("base_domain") && section.isSet("base_delta_f")) {
            String second = section.path("base_delta_f");
            reading.refuse(second, reading.tree().refusal(second, second + " and " + section.path("base_domain")
                + " are both given but only one of them is allowed"));
            return Optional.empty();
        }
        if (section.isSet("base_delta_f")) {
            double deltaF = section.number("base_delta_f", "a frequency spacing above 0 Hz", f -> f > 0);
            return nodes.isEmpty() || Double.isNaN(deltaF) ? Optional.empty() : spanning(section, nodes, deltaF);
        }
        return section.part("base_domain",
            "a mapping with type: UniformFrequencyDomain, f_min, f_max and delta_f, or base_delta_f given instead",
            base -> baseDomain(section, base, nodes));
    }

    private static Optional<DomainSettings.Uniform> spanning(Section section, List<Double> nodes, double deltaF) {
        if (nodes.getLast() / deltaF > MOST_BINS) {
            section.refuse("base_delta_f", "a spacing that makes at most " + MOST_BINS + " bins");
            return Optional.empty();
        }
        double maximum = Math.ceil(nodes.getLast() / deltaF * (1 - 1e-12)) * deltaF;
        return Optional.of(new DomainSettings.Uniform(nodes.getFirst(), maximum, deltaF));
    }

    private DomainSettings.Uniform baseDomain(Section section, Section base, List<Double> nodes) {
        String allowed = "UniformFrequencyDomain (or FrequencyDomain, FD), since bands are made of a uniform grid";
        if (!UNIFORM.contains(typeName(base, allowed))) {
            base.requireSound();
            throw base.refusal("type", allowed);
        }
        DomainSettings.Uniform uniform = uniform(base);
        if (!nodes.isEmpty() && nodes.getFirst() < uniform.minimumFrequency()) {
            section.warn("nodes", section.path("nodes") + " starts at " + PythonLiteral.of(nodes.getFirst())
                + " Hz, below " + base.path("f_min") + " = " + PythonLiteral.of(uniform.minimumFrequency())
                + " Hz, and the bands follow the nodes");
        }
        return uniform;
    }

    private void requireBins(Section section, DomainSettings.Multibanded domain) {
        if (domain.bands().stream().allMatch(band -> band.bins() == 0)) {
            throw section.refusal("nodes", "so far apart that a band of "
                + PythonLiteral.of(domain.initialDeltaF()) + " Hz spacing has a bin");
        }
        if (!BandCount.endsOnBaseGrid(domain)) {
            DomainSettings.Uniform base = domain.baseDomain();
            throw section.refusal("nodes", "edges of bands whose first and last base bin lie on the base grid of 0 to "
                + PythonLiteral.of(base.maximumFrequency()) + " Hz every " + PythonLiteral.of(base.deltaF())
                + " Hz in single precision, as dingo-gw requires");
        }
    }

    private void warnOfRemainders(Section section, DomainSettings.Multibanded domain) {
        List<Double> nodes = domain.nodes();
        List<DomainSettings.Band> bands = domain.bands();
        for (int band = 0; band < bands.size(); band++) {
            double deltaF = bands.get(band).deltaF();
            if (!BandCount.isWhole(nodes.get(band), nodes.get(band + 1), deltaF)) {
                section.warn("nodes", "The band from " + PythonLiteral.of(nodes.get(band)) + " to "
                    + PythonLiteral.of(nodes.get(band + 1)) + " Hz in " + section.path("nodes")
                    + " is no whole number of bins of " + PythonLiteral.of(deltaF)
                    + " Hz, so that later bins shift down and dingo-gw cannot bring measured data onto this domain");
            }
        }
    }
}
