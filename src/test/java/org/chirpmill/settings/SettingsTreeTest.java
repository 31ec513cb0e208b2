package org.chirpmill.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTreeTest {
    /** What PyYAML 6.0.3's {@code str(yaml.safe_load("a: " + text)["a"])} gives. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        20            | 20
        20.0          | 20.0
        -3            | -3
        5_000_000     | 5000000
        1_000.5       | 1000.5
        010           | 8
        0x1F          | 31
        0b101         | 5
        1:30          | 90
        -1:30.5       | -90.5
        .5            | 0.5
        -.5           | '-.5'
        1.            | 1.0
        1.e+5         | 100000.0
        1.5e-3        | 0.0015
        1e-3          | '1e-3'
        1.5e3         | '1.5e3'
        1e5           | '1e5'
        yes           | True
        Off           | False
        y             | 'y'
        None          | 'None'
        null          | None
        ~             | None
        '20'          | '20'
        "a\\tb"       | 'a\\tb'
        'it''s'       | "it's"
        !!str 5       | '5'
        [1, 2.0, x]   | [1, 2.0, 'x']
        {b: 1, a: no} | {'b': 1, 'a': False}
        """)
    void scalarsMeanWhatTheyMeanToPyYaml(String yaml, String python) {
        SettingsTree tree = SettingsTree.parse("a: " + yaml + "\n", "a.yaml");
        assertEquals("{'a': " + python + "}", tree.toPythonLiteral());
    }

    @Test
    void mergedMappingsComeFirstAndYieldToOwnKeys() {
        // As PyYAML 6.0.3 reads the same text.
        SettingsTree tree = SettingsTree.parse("""
            base: &base {f_min: 20, f_max: 512}
            other: &other {f_max: 64, type: FD}
            domain:
              delta_f: 1
              f_min: 30
              <<: [*base, *other]
            """, "a.yaml");
        assertEquals("{'f_max': 512, 'type': 'FD', 'f_min': 30, 'delta_f': 1}",
            PythonLiteral.of(tree.get("domain")));
        assertEquals(OptionalInt.of(5), tree.line("domain.f_min"));
    }

    @Test
    void aReplacedValueKeepsItsPlaceAndANewOneComesLast() {
        SettingsTree tree = SettingsTree.parse("num_samples: 3\ndomain: {f_min: 1, f_max: 2}\n", "a.yaml");
        SettingsTree changed = tree.with("num_samples", 8).with("domain.f_min", 0.5).with("chirpmill.seed", 7L)
            .with("domain.nodes", List.of(1.0, 2));
        assertEquals("{'num_samples': 8, 'domain': {'f_min': 0.5, 'f_max': 2, 'nodes': [1.0, 2]}, "
            + "'chirpmill': {'seed': 7}}", changed.toPythonLiteral());
        assertEquals("{'num_samples': 3, 'domain': {'f_min': 1, 'f_max': 2}}", tree.toPythonLiteral());
    }

    @Test
    void anEntryIsFoundByItsPath() {
        SettingsTree tree = SettingsTree.parse("a:\n  b:\n    c: null\n    d: [4,\n      5]\n", "a.yaml");
        assertTrue(tree.has("a.b.c"));
        assertNull(tree.get("a.b.c"));
        assertFalse(tree.has("a.x.c"));
        assertFalse(tree.has("a.b.c.d"));
        assertEquals(List.of(4L, 5L), tree.get("a.b.d"));
        assertEquals("a.yaml, line 3", tree.place("a.b.c"));
        assertEquals("a.yaml, line 5", tree.place("a.b.d[1]"));
        assertEquals("a.yaml, line 2", tree.place("a.b.missing"));
        assertEquals("a.yaml", tree.place("missing"));
    }

    @Test
    void nobodyCanChangeATree() {
        SettingsTree tree = SettingsTree.parse("a: {b: [1]}\n", "a.yaml");
        assertThrows(UnsupportedOperationException.class, () -> tree.root().put("c", 1L));
        assertThrows(UnsupportedOperationException.class, () -> ((Map<?, ?>) tree.get("a")).clear());
        assertThrows(UnsupportedOperationException.class, () -> ((List<?>) tree.get("a.b")).clear());
    }

    @Test
    void aTreeHoldsNothingThatPythonCouldNotReadBack() {
        SettingsTree tree = SettingsTree.parse("a: 1\n", "a.yaml");
        assertThrows(IllegalArgumentException.class, () -> tree.with("a", new StringBuilder("x")));
        assertThrows(IllegalArgumentException.class, () -> tree.with("a", 1.0f));
    }
}
