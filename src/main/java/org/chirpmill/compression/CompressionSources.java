package org.chirpmill.compression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.settings.CompressionSettings;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.SettingsTree;

/** The steps of a compression as settings name them, with what lies in files. */
public final class CompressionSources {
    private static final String BASIS_KEY = "compression.svd.file";

    private CompressionSources() {}

    /**
     * The whitening that settings ask for. Where a dataset holds them, as those that dingo-gw makes, it may have gaps.
     *
     * @param folder of the settings, which is searched first
     * @throws SettingsException where its file is not found, of no use, or does not cover the band
     */
    public static Optional<Whitening> whitening(DatasetSettings settings, Path folder) {
        Optional<Whitening> found = whiteningFile(settings, folder)
            .map(file -> Whitening.of(file, FrequencyDomain.of(settings.domain())));
        found.flatMap(Whitening::gap).filter(_ -> !settings.tree().stored()).ifPresent(gap -> {
            throw settings.tree().refusal(CompressionSettings.WHITENING, CompressionSettings.WHITENING + " is "
                + SettingsTree.shown(settings.tree().get(CompressionSettings.WHITENING)) + ": " + gap);
        });
        return found;
    }

    /**
     * The file of the spectral density that settings whiten with.
     *
     * @param folder of the settings, which is searched first
     * @throws SettingsException where it is not found
     */
    public static Optional<Path> whiteningFile(DatasetSettings settings, Path folder) {
        return settings.compression().flatMap(CompressionSettings::whitening).map(name -> {
            String openable = settings.tree().openable(CompressionSettings.WHITENING, name);
            try {
                return Whitening.resolve(openable, folder);
            } catch (SettingsException missing) {
                throw settings.tree().refusal(CompressionSettings.WHITENING, missing.getMessage());
            }
        });
    }

    /**
     * The heterodyne that settings ask for.
     *
     * @param parameters names of the rows' parameters
     * @throws SettingsException where those lack what it is made of
     */
    public static Optional<PhaseHeterodyne> heterodyne(DatasetSettings settings, List<String> parameters) {
        OptionalInt order = settings.compression().map(CompressionSettings::heterodyning).orElse(OptionalInt.empty());
        if (order.isEmpty()) {
            return Optional.empty();
        }
        PhaseHeterodyne found = PhaseHeterodyne.of(order.getAsInt(), FrequencyDomain.of(settings.domain()));
        found.obstacle(parameters).ifPresent(obstacle -> {
            throw settings.tree().refusal(CompressionSettings.HETERODYNING, CompressionSettings.HETERODYNING + " "
                + obstacle);
        });
        return Optional.of(found);
    }

    /**
     * The basis of the file that settings name, cut to the size that they ask for; empty where they name none.
     *
     * @param folder of the settings, where the file may lie if it is not found as it is named
     * @throws SettingsException where it is not found, or does not fit the domain
     */
    public static Optional<SvdBasis> basis(DatasetSettings settings, Path folder) throws IOException {
        Optional<CompressionSettings.Svd> svd = settings.compression().flatMap(CompressionSettings::svd);
        if (svd.isEmpty() || svd.get().file().isEmpty()) {
            return Optional.empty();
        }
        String name = settings.tree().openable(BASIS_KEY, svd.get().file().get());
        Path file = find(name, folder).orElseThrow(() -> settings.tree().refusal(BASIS_KEY,
            BASIS_KEY + " is " + SettingsTree.shown(name) + " but there is no such file"));
        SvdBasis basis = SvdBasis.read(file);
        int bins = FrequencyDomain.of(settings.domain()).grid().bins();
        if (basis.bins() != bins) {
            throw settings.tree().refusal(BASIS_KEY, BASIS_KEY + " is '" + name + "', a basis of " + basis.bins()
                + " frequency bins, but the domain has " + bins);
        }
        long size = svd.get().size().orElse(0);
        if (size > basis.size()) {
            throw settings.tree().refusal("compression.svd.size", "compression.svd.size is " + size + " but '" + name
                + "' has " + basis.size() + " vectors only");
        }
        return Optional.of(size == 0 ? basis : basis.truncated((int) size));
    }

    /** An ordinary file of that name; empty where there is none, as where no file can have the name. */
    private static Optional<Path> find(String name, Path folder) {
        try {
            return Stream.of(Path.of(name), folder.resolve(name)).filter(Files::isRegularFile).findFirst();
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }
}
