package org.chirpmill.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Origin;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.run.Recipe;
import org.chirpmill.settings.CompressionSettings;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.SettingsTree;

/** In what the rows of a dataset are not those that its own settings tell of, seen without making any of them. */
public final class Contradictions {
    /** What a fingerprint is of. */
    private static final Map<String, String> FINGERPRINTED = Map.of(
        Compression.WHITENING, "a noise curve of fingerprint",
        Compression.HETERODYNE, "a heterodyne of fingerprint", Compression.BASIS, "a basis of fingerprint",
        Compression.SAMPLING, "sampled bins of fingerprint");

    private final DatasetReader reader;
    private final DatasetSettings settings;
    private final List<String> found = new ArrayList<>();

    private Contradictions(DatasetReader reader, DatasetSettings settings) {
        this.reader = reader;
        this.settings = settings;
    }

    /** Clauses about a dataset's shape; none where it has no settings or none of a kind that is known here. */
    public static List<String> ofShape(DatasetReader reader) {
        try {
            return new Contradictions(reader,
                DatasetSettings.of(SettingsTree.ofPythonLiteral(reader.settings(), "its settings"))).ofShape();
        } catch (SettingsException others) {
            return List.of();
        }
    }

    /** Clauses about its shape and, with what its settings make, about its parameters' names and what was put in. */
    static List<String> of(DatasetReader reader, Recipe recipe) {
        Contradictions contradictions = new Contradictions(reader, recipe.settings());
        contradictions.ofShape();
        contradictions.compareNames(recipe.prior().columns());
        if (contradictions.found.isEmpty()) {
            contradictions.compareFingerprints();
        }
        return List.copyOf(contradictions.found);
    }

    private List<String> ofShape() {
        compareBins();
        compareRows();
        compareBasis();
        return found;
    }

    private void compareBins() {
        int wanted = FrequencyDomain.of(settings.domain()).grid().bins();
        if (reader.bins() != wanted) {
            found.add((reader.basis().isPresent() ? "its basis has " : "its rows have ") + reader.bins()
                + " bins, the domain of its settings has " + wanted);
        }
    }

    /** Our own runs store how many rows they made; of dingo-gw's some may be missing that it could not make. */
    private void compareRows() {
        long rows = reader.rows();
        if (rows == 0) {
            found.add("it has no rows");
        } else if (settings.numSamples().isPresent()) {
            long asked = settings.numSamples().getAsLong();
            if (rows > asked || reader.origin().isPresent() && rows != asked) {
                found.add("it has " + rows + " rows, num_samples of its settings is " + asked);
            }
        }
    }

    private void compareBasis() {
        Optional<CompressionSettings.Svd> asked = settings.compression().flatMap(CompressionSettings::svd);
        Optional<SvdBasis> basis = reader.basis();
        if (asked.isPresent() != basis.isPresent()) {
            found.add(basis.isPresent() ? "it has an SVD basis, of which its settings say nothing"
                : "its settings tell of an SVD basis, and it has none");
        } else if (asked.isPresent()) {
            long size = asked.get().size().orElse(0);
            int vectors = basis.get().size();
            if (size > 0 && (vectors > size || reader.origin().isPresent() && vectors != size)) {
                found.add("its basis has " + vectors + " vectors, compression.svd.size of its settings is " + size);
            }
        }
    }

    /** Our own rows have them in the prior's order too, so that draws can be compared. */
    private void compareNames(List<String> wanted) {
        List<String> columns = reader.columns();
        boolean same = reader.origin().isPresent() ? columns.equals(wanted)
            : columns.size() == wanted.size() && Set.copyOf(columns).equals(Set.copyOf(wanted));
        if (!same) {
            found.add("its parameters are " + String.join(", ", columns) + ", its settings have priors of "
                + String.join(", ", wanted));
        }
    }

    private void compareFingerprints() {
        Map<String, String> now = reader.compression().fingerprints();
        reader.origin().map(Origin::fingerprints).orElse(Map.of()).forEach((name, then) -> {
            if (FINGERPRINTED.containsKey(name) && !then.equals(now.get(name))) {
                found.add("its rows were made with " + FINGERPRINTED.get(name) + " " + then + ", here is "
                    + now.getOrDefault(name, "none"));
            }
        });
    }
}
