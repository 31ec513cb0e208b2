package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What bilby makes of the same forms is seen by {@code bench/peers/stored_priors.py}. */
class StoredPriorsTest {
    /** A full name, and in its brackets at least a name. */
    private static final Pattern CALL =
        Pattern.compile("bilby\\.(core|gw)\\.prior\\.\\w+\\(.*\\bname=(None|'.*').*\\)");

    static Stream<PriorTexts.Accepted> accepted() {
        return PriorTexts.accepted();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void theStoredFormMeansTheSameToTheLastBit(PriorTexts.Accepted prior) {
        Object stored = stored(prior.key(), prior.text());
        Prior before = PriorSet.read(prior.key(), prior.text());
        Prior after = PriorSet.read(prior.key(), stored);
        assertEquals(before.minimum(), after.minimum(), stored::toString);
        assertEquals(before.maximum(), after.maximum(), stored::toString);
        if (before instanceof Distribution distribution) {
            for (double u : new double[] {0x1p-53, 0.01, 0.3, 0.5, 0.77, 0.999, 1 - 0x1p-53}) {
                assertEquals(distribution.quantile(u), ((Distribution) after).quantile(u), () -> stored + " at " + u);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void theStoredFormIsNumberOrCallAndStoredAsItIs(PriorTexts.Accepted prior) {
        Object stored = stored(prior.key(), prior.text());
        assertTrue(stored instanceof Number || CALL.matcher((String) stored).matches(), stored::toString);
        assertEquals(stored, stored instanceof Number ? stored : stored(prior.key(), stored));
    }

    /** As bilby's repr writes a prior; numbers that Python has as whole stay whole, which ChiSquared asks for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "phase | 2*np.pi | 6.283185307179586",
        "phase | 2**3 - 1 | 7",
        "phase | 8/2 | 4.0",
        "phase | Uniform(0, 2*np.pi) | bilby.core.prior.Uniform(minimum=0, maximum=6.283185307179586, name='phase')",
        "phase | Sine() | bilby.core.prior.Sine(name='phase')",
        "x | bilby.prior.Normal(1e-5, 1_0, 'y') | bilby.core.prior.Normal(mu=1.0E-5, sigma=10, name='y')",
        "x | ChiSquared(nu=4, boundary=None) | bilby.core.prior.ChiSquared(nu=4, name='x')",
        "x | TruncatedNormal(0, 1, -np.inf, 3.) | "
            + "bilby.core.prior.TruncatedNormal(mu=0, sigma=1, minimum=-np.inf, maximum=3.0, name='x')",
        "redshift | UniformSourceFrame(0, 2, unit='') | bilby.gw.prior.UniformSourceFrame(minimum=0, maximum=2, "
            + "name='redshift')",
        "redshift | UniformComovingVolume(0, 2, {'H0': 7*10, 'Om0': 0.3}) | bilby.gw.prior.UniformComovingVolume("
            + "minimum=0, maximum=2, cosmology={'H0': 70, 'Om0': 0.3}, name='redshift')",
        "chi_1 | AlignedSpin(Uniform(0, 1), Sine()) | bilby.gw.prior.AlignedSpin("
            + "a_prior=bilby.core.prior.Uniform(minimum=0, maximum=1, name=None), "
            + "z_prior=bilby.core.prior.Sine(name=None), name='chi_1')",
        "x | Interped(np.array([1, 2.5]), [1, 2], minimum=None) | "
            + "bilby.core.prior.Interped(xx=[1, 2.5], yy=[1, 2], name='x')",
        "m | Uniform(0, 1, 'a, b', latex_label='$M_{\\odot}$') | bilby.core.prior.Uniform(minimum=0, maximum=1, "
            + "name='m', latex_label='$M_{\\odot}$')",
        "m | Uniform(0, 1, latex_label='$p(m)$', unit='s = 1') | bilby.core.prior.Uniform(minimum=0, maximum=1, "
            + "name='m')"})
    void storedPriorsAreWhatBilbyReads(String key, String text, String stored) {
        assertEquals(stored, stored(key, text).toString());
    }

    @Test
    void absentEntriesAreLeftOutAndDefaultsAndNumbersStay() {
        Map<String, Object> priors = new LinkedHashMap<>();
        priors.put("phase", " default ");
        priors.put("a_1", "None");
        priors.put("a_2", null);
        priors.put("mass_1", 30L);
        priors.put("mass_2", 12.5);
        assertEquals(Map.of("phase", "default", "mass_1", 30L, "mass_2", 12.5), StoredPriors.of(priors));
        assertEquals(List.of("phase", "mass_1", "mass_2"), new ArrayList<>(StoredPriors.of(priors).keySet()));
    }

    /** Which dingo-gw would not read after training; data sets of others may hold them all the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "AlignedSpin(Interped([0, 1], [1, 1])) | a_prior of AlignedSpin cannot be Interped with its xx, which neither "
            + "bilby nor dingo-gw can read within another distribution at character 13",
        "AlignedSpin(z_prior=AlignedSpin(Uniform(0, 1))) | z_prior of AlignedSpin cannot be AlignedSpin with its "
            + "a_prior, which neither bilby nor dingo-gw can read within another distribution at character 21",
        "my.priors.Uniform(0, 1) | the module of 'my.priors.Uniform' is not bilby's at character 1, write Uniform or "
            + "bilby.core.prior.Uniform if that is meant",
        "AlignedSpin(np.Uniform(0, 1)) | the module of 'np.Uniform' is not bilby's at character 13, write Uniform or "
            + "bilby.core.prior.Uniform if that is meant"})
    void whatBilbyCannotReadIsNotStored(String text, String problem) {
        assertTrue(PriorSet.read("chi_1", text) instanceof Distribution, text);
        PriorSyntaxException refusal = assertThrows(PriorSyntaxException.class, () -> stored("chi_1", text));
        assertEquals("chi_1 = '" + text + "': " + problem, refusal.getMessage());
    }

    @Test
    void everyDistributionIsAmongTheAcceptedForms() {
        List<String> missing = new ArrayList<>(KnownPrior.names());
        accepted().forEach(prior -> missing.removeIf(name -> prior.text().contains(name + "(")));
        assertEquals(List.of(), missing);
    }

    /** Each class is taken where bilby has it, or refused with a reason of its own. */
    @Test
    void everyClassOfBilbysIsTakenOrRefusedForAReason() {
        TreeSet<String> taken = new TreeSet<>();
        for (String fullName : PriorTexts.lines("bilby_prior_classes.txt")) {
            String name = fullName.substring(fullName.lastIndexOf('.') + 1);
            KnownPrior known = KnownPrior.named(name);
            assertTrue(known == null ^ OtherClasses.refusal(name) == null, fullName);
            if (known != null) {
                assertEquals(fullName, known.fullName());
                taken.add(name);
            }
        }
        assertEquals(new TreeSet<>(KnownPrior.names()), taken);
    }

    private static Object stored(String key, Object value) {
        return StoredPriors.of(Map.of(key, value)).get(key);
    }
}
