package org.chirpmill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Kernels and all that they call keep to what TornadoVM compiles, so that machines without it notice what it would
 * refuse. Of the JDK they take only what is known to work: TornadoVM 5.2 has {@code Math.abs} of doubles, for one, and
 * fails at that of integers.
 */
class KernelRulesTest {
    private static final Set<String> ALLOWED = Set.of("java.lang.Math.abs(double)", "java.lang.Math.sqrt(double)",
        "java.lang.Math.max(double, double)", "java.lang.Math.min(double, double)");

    private static final JavaClasses CLASSES = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("org.chirpmill.model", "org.chirpmill.engine.scalar");

    /** What kernels must not do, one sentence each. */
    private static Set<String> offences(Collection<JavaClass> kernels) {
        Deque<JavaCodeUnit> open = new ArrayDeque<>();
        kernels.forEach(kernel -> open.addAll(kernel.getMethods()));
        Set<JavaCodeUnit> seen = new HashSet<>(open);
        Set<String> offences = new TreeSet<>();
        while (!open.isEmpty()) {
            JavaCodeUnit caller = open.remove();
            for (JavaFieldAccess access : caller.getFieldAccesses()) {
                if (access.getTarget().getRawType().isArray()) {
                    offences.add(caller.getFullName() + " reads the array " + access.getTarget().getName());
                }
            }
            caller.getCallsFromSelf().forEach(call -> {
                if (ALLOWED.contains(call.getTarget().getFullName())) {
                    return;
                }
                JavaMember callee = call.getTarget().resolveMember().orElse(null);
                if (callee instanceof JavaCodeUnit own && callee.getOwner().getPackageName().startsWith("org.chirpmill")
                        && callee.getModifiers().contains(JavaModifier.STATIC)) {
                    if (seen.add(own)) {
                        open.add(own);
                    }
                } else {
                    offences.add(caller.getFullName() + " calls " + call.getTarget().getFullName());
                }
            });
        }
        return offences;
    }

    @Test
    void kernelsCallOnlyWhatTornadoVmCompiles() {
        List<JavaClass> kernels = CLASSES.stream().filter(type -> type.getSimpleName().endsWith("Kernel")).toList();
        assertTrue(kernels.size() >= 6, () -> "kernels found: " + kernels);
        assertEquals(Set.of(), offences(kernels));
    }

    @Test
    void theRuleSeesWhatItForbids() {
        JavaClass offender = new ClassFileImporter().importClasses(Offender.class).get(Offender.class);
        List<String> found = List.copyOf(offences(List.of(offender)));
        Stream.of("abs(int)", "log(double)", "TABLE", "length()").forEach(part ->
            assertEquals(1, found.stream().filter(offence -> offence.contains(part)).count(), part + " in " + found));
        assertEquals(4, found.size(), () -> found.toString());
    }

    /** Does what kernels must not, in a method that another calls. */
    private static final class Offender {
        private static final double[] TABLE = {1, 2};

        static double called(double x) {
            return deeper(x, "text") + TABLE[0];
        }

        static double deeper(double x, String text) {
            return Math.abs(text.length()) + Math.log(x);
        }
    }
}
