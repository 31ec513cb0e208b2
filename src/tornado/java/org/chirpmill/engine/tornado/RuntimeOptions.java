package org.chirpmill.engine.tornado;

import java.util.List;
import java.util.Optional;

/** What TornadoVM must have been told when the JVM was started; asked before any class of its own is loaded. */
final class RuntimeOptions {
    private static final String MODULE = "tornado.runtime";

    /** With their defaults TornadoVM lets devices compute sines, roots and quotients to a few digits only. */
    private static final List<String> OFF_FOR_CORRECT_DOUBLES =
        List.of("tornado.enable.nativeFunctions", "tornado.enable.fastMathOptimizations");

    /** The default asks OpenCL compilers for relaxed arithmetic. */
    private static final String OPENCL_FLAGS = "tornado.opencl.compiler.flags";

    private RuntimeOptions() {}

    /** What is missing, one sentence with its remedy. */
    static Optional<String> obstacle() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.of("the tornado backend needs TornadoVM, without which this JVM was started: set "
                + "TORNADOVM_HOME to the folder of its SDK and start it with ./chirpmill");
        }
        for (String option : OFF_FOR_CORRECT_DOUBLES) {
            if (!System.getProperty(option, "").equalsIgnoreCase("false")) {
                return Optional.of("the tornado backend would compute with few digits: start it with ./chirpmill or "
                    + "with -D" + option + "=False");
            }
        }
        if (System.getProperty(OPENCL_FLAGS, "-cl-fast-relaxed-math").contains("-cl-fast-relaxed-math")) {
            return Optional.of("the tornado backend would compute with few digits: start it with ./chirpmill or with "
                + "-D" + OPENCL_FLAGS + "=-w");
        }
        return Optional.empty();
    }
}
