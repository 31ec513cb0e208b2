package org.chirpmill.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The form in which settings are stored in a dataset: dingo-gw passes every key of {@code domain} to a constructor and
 * looks for the prior in one place only.
 */
final class DatasetForm {
    private static final Set<String> UNIFORM_KEYS = Set.of("type", "f_min", "f_max", "delta_f");
    private static final Set<String> MULTIBANDED_KEYS = Set.of("type", "nodes", "delta_f_initial");

    private DatasetForm() {}

    static SettingsTree of(DatasetSettings settings) {
        Map<String, Object> root = new LinkedHashMap<>();
        settings.tree().root().forEach((key, value) -> {
            switch (key) {
                case "domain" -> root.put(key, domain(settings.domain(), (Map<?, ?>) value));
                case "prior" -> root.put("intrinsic_prior", value);
                case "compression" -> root.put(key, compression(value));
                default -> root.put(key, value);
            }
        });
        return new SettingsTree(root, settings.tree().lines(), settings.tree().file(), settings.tree().stored());
    }

    /** Without the entries that ask for nothing: dingo-gw takes a key's presence for the wish. */
    private static Object compression(Object written) {
        if (!(written instanceof Map<?, ?> map)) {
            return written;
        }
        Map<String, Object> form = new LinkedHashMap<>();
        SettingsTree.textKeys(map).forEach((key, value) -> {
            if (!Section.isNothing(value)) {
                form.put(key, key.equals("svd") && value instanceof Map<?, ?> svd ? compression(svd) : value);
            }
        });
        return form.isEmpty() ? null : form;
    }

    private static Map<String, Object> domain(DomainSettings domain, Map<?, ?> written) {
        return switch (domain) {
            case DomainSettings.Uniform uniform -> uniform(uniform, written);
            case DomainSettings.Multibanded multibanded -> multibanded(multibanded, written);
        };
    }

    private static Map<String, Object> uniform(DomainSettings.Uniform grid, Map<?, ?> written) {
        Map<String, Object> form = new LinkedHashMap<>();
        SettingsTree.textKeys(written).forEach((key, value) -> {
            if (UNIFORM_KEYS.contains(key)) {
                form.put(key, key.equals("type") ? DomainReader.withoutModule((String) value) : value);
            }
        });
        double maximum = storedMaximum(grid);
        if (maximum != grid.maximumFrequency()) {
            form.put("f_max", maximum);
        }
        return form;
    }

    private static double storedMaximum(DomainSettings.Uniform grid) {
        return DingoBins.storedMaximum(grid.maximumFrequency(), grid.deltaF());
    }

    private static Map<String, Object> multibanded(DomainSettings.Multibanded domain, Map<?, ?> written) {
        Map<String, Object> form = new LinkedHashMap<>();
        SettingsTree.textKeys(written).forEach((key, value) -> {
            if (MULTIBANDED_KEYS.contains(key)) {
                form.put(key, key.equals("type") ? DomainReader.withoutModule((String) value) : value);
            } else if (key.equals("base_domain") && value instanceof Map<?, ?> base) {
                form.put(key, uniform(domain.baseDomain(), base));
            } else if (key.equals("base_delta_f") && !Section.isNothing(value)) {
                form.put("base_domain", baseDomain(domain.baseDomain()));
            }
        });
        return form;
    }

    private static Map<String, Object> baseDomain(DomainSettings.Uniform base) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("type", "UniformFrequencyDomain");
        form.put("f_min", base.minimumFrequency());
        form.put("f_max", storedMaximum(base));
        form.put("delta_f", base.deltaF());
        return form;
    }
}
