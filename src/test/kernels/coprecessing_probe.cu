// The parts of Coprecessing that CoprecessingProbeTest looks at, with a row and a grid's tables as evaluate.h has them.
#include "coprecessing.h"

// At each bin, receives six numbers: phase, real, imaginary of mode(), and the same of the mode's own function.
CHIRPMILL_KERNEL(1) probe_modes(const double* row, int which, const double* tables, int bins, double* out) {
    for (int bin = 0; bin < bins; bin++) {
        GridPoint point = gridPoint(tables, bins, bin);
        PhasedMode mode = Coprecessing::mode(which, row, point);
        PhasedMode own[] = {Coprecessing::l2m2(row, point), Coprecessing::l2m1(row, point),
            Coprecessing::l3m3(row, point), Coprecessing::l3m2(row, point), Coprecessing::l4m4(row, point)};
        double six[] = {mode.phase, mode.real, mode.imaginary, own[which].phase, own[which].real, own[which].imaginary};
        for (int i = 0; i < 6; i++) {
            out[6 * bin + i] = six[i];
        }
    }
}

// Receives the mode's l, m, its end, its scale at f, how many joins it has, and those.
CHIRPMILL_KERNEL(1) probe_landmarks(const double* row, int which, double f, double* out) {
    out[0] = Coprecessing::l(which);
    out[1] = Coprecessing::m(which);
    out[2] = Coprecessing::end(row, which);
    out[3] = Coprecessing::scale(row, which, f);
    double joins[Coprecessing::MOST_JOINS];
    int count = Coprecessing::joins(row, which, joins);
    out[4] = count;
    for (int i = 0; i < count; i++) {
        out[5 + i] = joins[i];
    }
}
