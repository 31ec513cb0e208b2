// Numbers that the host has as well. Generated from the Java classes of the same names, which say what each
// is: mvn test -Dtest=NumberHeaderTest -Dchirpmill.update
#pragma once

struct Accuracy {
    static constexpr double LOOSEST = 2.0E-6;
};

struct GridTables {
    static constexpr int FREQUENCY = 0;
    static constexpr int CUBE_ROOT = 1;
    static constexpr int NEWTONIAN_AMPLITUDE = 2;
    static constexpr int LOGARITHM = 3;
    static constexpr int FOURTH_ROOT = 4;
    static constexpr int LEADING_PHASE = 5;
};

struct ModeKernel {
    static constexpr double LEAST_AMPLITUDE = 1.0E-15;
};

struct NutationPhase {
    static constexpr double LEAST_SPREAD = 1.0E-5;
};

struct TideKernel {
    static constexpr double AMPLITUDE_EXPONENT = 1.9266666666666667;
};

struct ModeDivision {
    static constexpr int LEAST_BINS = 12;
    static constexpr double FIRST_WIDTH = 0.45;
    static constexpr double WEAK = 0.001;
};

struct VectorEvaluator {
    static constexpr double MAGNIFIED = 1.2089258196146292E24;
};

struct LaunchShape {
    static constexpr int THREADS = 256;
    static constexpr int TILE = 64;
};

struct RowEvaluation {
    static constexpr int NOT_FINITE = 1;
    static constexpr int MOSTLY_EXACT = 2;
};
