// Entry points of the projection on basis vectors.
#include "project.h"

CHIRPMILL_NUMBER project_single_shared_bytes = sizeof(Projection<float2>::Tiles);
CHIRPMILL_NUMBER project_double_shared_bytes = sizeof(Projection<double2>::Tiles);

CHIRPMILL_KERNEL(2)
project_single(const float2* strain, const float2* matrix, int rows, int bins, int firstBin, int size,
        float2* coefficients) {
    Projection<float2>::project(strain, matrix, rows, bins, firstBin, size, coefficients);
}

CHIRPMILL_KERNEL(2)
project_double(const double2* strain, const double2* matrix, int rows, int bins, int firstBin, int size,
        double2* coefficients) {
    Projection<double2>::project(strain, matrix, rows, bins, firstBin, size, coefficients);
}
