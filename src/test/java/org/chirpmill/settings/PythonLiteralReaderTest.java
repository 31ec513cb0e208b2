package org.chirpmill.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonLiteralReaderTest {
    /** The right column is {@code repr(ast.literal_eval(left))} in Python 3.11, tuples written as lists. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"a":1,'b' : 2 ,}         | {'a': 1, 'b': 2}
        {'a': 1, 'a': 2}          | {'a': 2}
        [ 1,2 , 3, ]              | [1, 2, 3]
        []                        | []
        ()                        | []
        (1,)                      | [1]
        (1)                       | 1
        ((2, 2), (3, -3))         | [[2, 2], [3, -3]]
        ((1,))                    | [1]
        ([2],)                    | [[2]]
        -5                        | -5
        - 5                       | -5
        +5                        | 5
        1_000                     | 1000
        00                        | 0
        1.                        | 1.0
        .5                        | 0.5
        -1.5e-07                  | -1.5e-07
        1E5                       | 100000.0
        1_0.5_0                   | 10.5
        -0.0                      | -0.0
        9223372036854775807       | 9223372036854775807
        True                      | True
        None                      | None
        'a' 'b' "c"               | 'abc'
        'it\\'s'                  | "it's"
        '\\x41\\u00e9\\101\\7'    | 'A\u00e9A\\x07'
        '\\U0001f30c'             | '\ud83c\udf0c'
        '\\q\\d'                  | '\\\\q\\\\d'
        '''a'b'''                 | "a'b"
        ''                        | ''
        """)
    void literalsMeanWhatTheyMeanToPython(String literal, String python) {
        assertEquals(python, PythonLiteral.of(PythonLiteralReader.read(literal, "The settings")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'a': 1           | The settings are no Python literal: at character 8 it ends but must have a comma or }.
        {'a' 1}           | The settings are no Python literal: at character 6 it has '1}' but must have :.
        {1: 2}            | The settings are no Python literal: at character 2 it has '1: 2}' but must have a key in \
        quotes.
        [1 2]             | The settings are no Python literal: at character 4 it has '2]' but must have a comma or ].
        [1, __import__]   | The settings are no Python literal: at character 5 it has '__import__]' but must have a \
        value.
        'open             | The settings are no Python literal: at character 1 it has "'open" but must have text with \
        a closing '.
        1 + 2             | The settings are no Python literal: at character 3 it has '+ 2' but must have the end.
        012               | The settings are no Python literal: at character 1 it has '012' but must have a number.
        9223372036854775808 | The settings are no Python literal: at character 1 it has '922337203685' but must have \
        a whole number of at most 64 bits.
        1e400             | The settings are no Python literal: at character 1 it has '1e400' but must have a finite \
        number.
        nan               | The settings are no Python literal: at character 1 it has 'nan' but must have a value.
        '\\x4'            | The settings are no Python literal: at character 2 it has "\\\\x4'" but must have an \
        escape of 2 digits.
        ``                | The settings are no Python literal: at character 1 it ends but must have a value.
        """)
    void whatIsNoLiteralIsRefusedWithItsPosition(String literal, String sentence) {
        SettingsException refusal =
            assertThrows(SettingsException.class, () -> PythonLiteralReader.read(literal, "The settings"));
        assertEquals(sentence, refusal.getMessage());
    }

    @Test
    void endlessNestingIsRefused() {
        SettingsException refusal =
            assertThrows(SettingsException.class, () -> PythonLiteralReader.read("[".repeat(100_000), "The settings"));
        assertEquals("The settings are no Python literal: at character 102 it has '[[[[[[[[[[[[' but must have at most "
            + "100 levels of brackets.", refusal.getMessage());
    }

    @Test
    void aLiteralThatIsNoDictionaryIsNoSettings() {
        SettingsException refusal =
            assertThrows(SettingsException.class, () -> SettingsTree.ofPythonLiteral("[1]", "d.hdf5"));
        assertEquals("The settings in d.hdf5 are no Python dictionary.", refusal.getMessage());
    }
}
