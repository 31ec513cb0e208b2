package org.chirpmill;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.VectorOperators;
import org.junit.jupiter.api.Test;

/**
 * What would let a row's bytes depend on the machine must not be called at all: so the tests of one machine speak for
 * those that are not at hand.
 *
 * <p>{@code Math} has two kinds of methods. Square root, fused multiply-add, rounding to whole numbers, scaling by
 * powers of two, magnitude, sign, minimum and maximum are exact or exactly rounded, so that there is one answer. The
 * elementary functions may be an ulp off, and which ulp depends on the JVM: it has Intel's code in their place on some
 * machines and not on others. Those come from {@code StrictMath}, whose every bit is specified, or are our own.
 */
class SameBytesEverywhereTest {
    private static final Set<String> ELEMENTARY = Set.of("sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp",
        "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "sinh", "cosh", "tanh");
    /** Of the Vector API, in upper case: they call another library on each kind of machine. */
    private static final Set<String> OF_VECTORS = Set.of("SIN", "COS", "TAN", "ASIN", "ACOS", "ATAN", "ATAN2", "EXP",
        "EXPM1", "LOG", "LOG10", "LOG1P", "POW", "CBRT", "HYPOT", "SINH", "COSH", "TANH");
    /** Across the lanes of a vector their order is anybody's, and there are as many as the machine has. */
    private static final Set<String> ACROSS_LANES = Set.of("ADD", "MUL");
    /** Pictures, which decide nothing. */
    private static final String[] PICTURES = {"org.chirpmill.plot..", "org.chirpmill.figure.."};

    private static final JavaClasses CLASSES = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("org.chirpmill");

    private static ArchRule nothingTakes(Class<?> owner, Set<String> members) {
        return noClasses().that().resideOutsideOfPackages(PICTURES).should().accessTargetWhere(
            DescribedPredicate.describe(owner.getSimpleName() + "'s " + members, (JavaAccess<?> access) ->
                access.getTargetOwner().isEquivalentTo(owner) && members.contains(access.getTarget().getName())));
    }

    @Test
    void elementaryFunctionsAreStrictMathsOrOurOwn() {
        nothingTakes(Math.class, ELEMENTARY).check(CLASSES);
    }

    @Test
    void vectorsTakeNoElementaryFunctionOfTheJdks() {
        nothingTakes(VectorOperators.class, OF_VECTORS).check(CLASSES);
    }

    @Test
    void nothingIsSummedAcrossLanes() {
        nothingTakes(VectorOperators.class, ACROSS_LANES).check(CLASSES);
    }

    @Test
    void theRulesSeeWhatTheyForbid() {
        JavaClasses offenders = new ClassFileImporter().importClasses(Offender.class);
        for (ArchRule rule : List.of(nothingTakes(Math.class, Set.of("exp")), nothingTakes(Math.class, Set.of("cbrt")),
            nothingTakes(VectorOperators.class, OF_VECTORS), nothingTakes(VectorOperators.class, ACROSS_LANES))) {
            assertEquals(1, rule.evaluate(offenders).getFailureReport().getDetails().size(), rule.getDescription());
        }
    }

    /** Does all of it. */
    private static final class Offender {
        static final VectorOperators.Unary EXPONENTIALS = VectorOperators.EXP;
        static final VectorOperators.Associative SUM = VectorOperators.ADD;
        static final DoubleUnaryOperator ROOT = Math::cbrt;

        static double called(double x) {
            return Math.exp(x);
        }
    }
}
