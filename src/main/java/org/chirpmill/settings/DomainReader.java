package org.chirpmill.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chirpmill.numbers.Multiples;
import org.chirpmill.rows.Remedy;

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
        if (!Multiples.isWhole(maximum, deltaF) || Multiples.whole(maximum, deltaF) == 0) {
            throw section.refusal("f_max", "a whole multiple of " + section.path("delta_f") + " = "
                + PythonLiteral.of(deltaF) + " Hz, " + nearest(minimum, maximum, deltaF));
        }
        warnOfDingoBins(section, maximum, deltaF);
        return new DomainSettings.Uniform(minimum, DingoBins.meantMaximum(maximum, deltaF), deltaF);
    }

    private static String nearest(double minimum, double maximum, double deltaF) {
        long whole = Multiples.whole(maximum, deltaF);
        double below = Multiples.times(whole, deltaF);
        return below > minimum ? "the nearest below being " + PythonLiteral.of(below)
            : "the nearest above being " + PythonLiteral.of(Multiples.times(whole + 1, deltaF));
    }

    private static void warnOfDingoBins(Section section, double maximum, double deltaF) {
        double stored = DingoBins.storedMaximum(maximum, deltaF);
        if (stored != maximum) {
            section.warn("f_max", section.path("f_max") + " = " + PythonLiteral.of(maximum) + " is stored as "
                + PythonLiteral.of(stored) + ", of which dingo-gw counts all " + DingoBins.bins(stored, deltaF)
                + " bins of " + PythonLiteral.of(deltaF) + " Hz; of " + PythonLiteral.of(maximum) + " it counts "
                + DingoBins.bins(maximum, deltaF) + ", in a domain_update or a noise dataset too");
        }
    }

    private DomainSettings.Multibanded multibanded(Section section) {
        List<Double> nodes = reading.collect(section.path("nodes"), List.of(), () -> nodes(section));
        Optional<DomainSettings.Uniform> given = baseDomain(section, nodes);
        double baseDeltaF = given.map(DomainSettings.Uniform::deltaF).orElse(Double.NaN);
        double initialDeltaF = section.number("delta_f_initial", given.isEmpty() ? "a frequency spacing above 0 Hz"
            : "a whole multiple of the base grid's spacing of " + PythonLiteral.of(baseDeltaF) + " Hz",
            f -> f > 0 && (given.isEmpty() || (long) ((float) f / (float) baseDeltaF) >= 1
                && Multiples.isWhole(f, baseDeltaF)));
        section.refuseOthers(KnownKeys.MULTIBANDED);
        section.requireSound();
        DomainSettings.Uniform base = given.orElseThrow();
        if ((nodes.getLast() - nodes.getFirst()) / initialDeltaF > MOST_BINS) {
            throw section.refusal("delta_f_initial", "a spacing that makes at most " + MOST_BINS + " bins");
        }
        DomainSettings.Multibanded domain = new DomainSettings.Multibanded(nodes, initialDeltaF, base);
        requireBins(section, domain);
        warnOfRemainders(section, domain);
        warnOfSinglePrecision(section, domain);
        return domain;
    }

    private List<Double> nodes(Section section) {
        String allowed = "a list of two or more frequencies above 0 Hz, each above the one before";
        if (!(section.entries().get("nodes") instanceof List<?> list) || list.size() < 2) {
            throw section.refusal("nodes", allowed).with(Remedy.FIND_BANDS);
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
        double last = nodes.getLast();
        long intervals = Multiples.whole(last, deltaF) + (Multiples.isWhole(last, deltaF) ? 0 : 1);
        return Optional.of(
            new DomainSettings.Uniform(nodes.getFirst(), Multiples.times(intervals, deltaF), deltaF));
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
            if (!Multiples.isWhole(nodes.get(band), nodes.get(band + 1), deltaF)) {
                section.warn("nodes", "The band from " + PythonLiteral.of(nodes.get(band)) + " to "
                    + PythonLiteral.of(nodes.get(band + 1)) + " Hz in " + section.path("nodes")
                    + " is no whole number of bins of " + PythonLiteral.of(deltaF)
                    + " Hz, so that later bins shift down and dingo-gw cannot bring measured data onto this domain");
            }
        }
    }

    /** Tells of the first band whose bins dingo-gw counts otherwise than its decimals do. */
    private void warnOfSinglePrecision(Section section, DomainSettings.Multibanded domain) {
        List<Double> nodes = domain.nodes();
        List<DomainSettings.Band> bands = domain.bands();
        for (int band = 0; band < bands.size(); band++) {
            double deltaF = bands.get(band).deltaF();
            long written = BandCount.inDecimals(
                nodes.get(band), nodes.get(band + 1), deltaF, domain.baseDomain().deltaF());
            if (written != bands.get(band).bins()) {
                section.warn("nodes", "The band from " + PythonLiteral.of(nodes.get(band)) + " to "
                    + PythonLiteral.of(nodes.get(band + 1)) + " Hz in " + section.path("nodes") + " has "
                    + bands.get(band).bins() + " bins of " + PythonLiteral.of(deltaF) + " Hz, as dingo-gw counts in "
                    + "single precision, and not " + written);
                return;
            }
        }
    }
}
