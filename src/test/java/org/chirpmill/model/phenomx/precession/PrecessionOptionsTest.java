package org.chirpmill.model.phenomx.precession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.UnsupportedOptionException;
import org.chirpmill.model.phenomx.precession.Precession.Angles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecessionOptionsTest {
    private static ModelOptions options(Integer version, Integer finalSpin) {
        return new ModelOptions(List.of(), optional(version), optional(finalSpin));
    }

    private static OptionalInt optional(Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    @ParameterizedTest
    @CsvSource({",, TWO_SPIN", "223,, TWO_SPIN", ", 4, TWO_SPIN", "223, 3, TWO_SPIN", "102,, SINGLE_SPIN",
        "102, 0, SINGLE_SPIN", "102, 4, SINGLE_SPIN", "320, 2, SPIN_TAYLOR"})
    void aPairOfNumbersChoosesAngles(Integer version, Integer finalSpin, Angles angles) {
        assertEquals(angles, Angles.of(options(version, finalSpin)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        320 | - | final_spin_mod is missing and must be 2 beside prec_version 320 (SpinTaylor angles): LALSimulation's \
        default there, 4, which takes the spins at the end of their integration, is not here
        320 | 3 | final_spin_mod is 3 but must be 2 beside prec_version 320 (SpinTaylor angles): there is no other \
        final spin for them here
        223 | 2 | final_spin_mod is 2 but must be 3 or 4 beside prec_version 223 (MSA angles), or left out: there is \
        no other final spin for them here
        -   | 0 | final_spin_mod is 0 but must be 3 or 4 beside prec_version 223 (MSA angles), or left out: there is \
        no other final spin for them here
        102 | 2 | final_spin_mod is 2 but must be 0, 3 or 4 beside prec_version 102 (NNLO angles), or left out: \
        there is no other final spin for them here
        310 | 2 | prec_version is 310, and there are no such angles here
        """)
    void aPairThatIsNotThereIsRefused(Integer version, Integer finalSpin, String sentence) {
        UnsupportedOptionException refusal =
            assertThrows(UnsupportedOptionException.class, () -> Angles.of(options(version, finalSpin)));
        assertEquals("phenomx." + sentence, refusal.option() + " " + refusal.getMessage());
    }

    @Test
    void aModelWithoutIntegrationRefusesSpinTaylorAngles() {
        UnsupportedOptionException refusal = assertThrows(UnsupportedOptionException.class,
            () -> Angles.withoutIntegration(options(320, 2), "IMRPhenomXP_NRTidalv3"));
        assertEquals("is 320 (SpinTaylor angles), which IMRPhenomXP_NRTidalv3 does not have here: it has 223 (MSA "
            + "angles) and 102 (NNLO angles)", refusal.getMessage());
        assertEquals(Angles.SINGLE_SPIN, Angles.withoutIntegration(options(102, null), "IMRPhenomXP_NRTidalv3"));
    }
}
