// What every exact kernel does around a model's formulas: a block takes one tile of bins and every so many rows, holds
// the row it works on in shared memory, and writes both polarizations, zeros included.
//
// Launch shape: block (threads), grid (tiles of bins, strides of rows), stride * 8 bytes of shared memory, or as the
// number ENTRY_shared_bytes says of models whose rows have tables.
#pragma once

#include "grid.h"
#include "numbers.h"
#include "output.h"
#include "row_view.h"

template <class Real>
CHIRPMILL_FUNCTION bool allFinite(const Polarizations<Real>& h) {
    // Infinities and NaN survive the product with zero.
    return (h.plusReal + h.plusImaginary + h.crossReal + h.crossImaginary) * Real(0) == Real(0);
}

template <class Output>
CHIRPMILL_FUNCTION void store(const Polarizations<typename Output::Real>& h, long long at,
        typename Output::Complex* plus, typename Output::Complex* cross) {
    plus[at] = {h.plusReal, h.plusImaginary};
    cross[at] = {h.crossReal, h.crossImaginary};
}

// rows: count rows of coefficients, stride apart; tables: the grid's; flags: an int a row, zero before, may be null;
// plus, cross: count x bins. Model::at<Output>(row, point) gives the polarizations of one bin of positive frequency.
template <class Model, class Output>
CHIRPMILL_FUNCTION void evaluateRows(const double* rows, int stride, int count, const double* tables, int bins,
        int firstBin, typename Output::Complex* plus, typename Output::Complex* cross, int* flags) {
    CHIRPMILL_SHARED(row);
    for (int index = blockIdx.y; index < count; index += gridDim.y) {
        const double* whole = rows + static_cast<long long>(index) * stride;
        for (int i = threadIdx.x; i < RowView<Model>::shared(stride); i += blockDim.x) {
            row[i] = whole[i];
        }
        __syncthreads();
        bool finite = true;
        for (int bin = blockIdx.x * blockDim.x + threadIdx.x; bin < bins; bin += gridDim.x * blockDim.x) {
            Polarizations<typename Output::Real> h{0, 0, 0, 0};
            GridPoint point = gridPoint(tables, bins, bin);
            if (bin >= firstBin && point.f > 0) {
                h = Model::template at<Output>(RowView<Model>::of(row, whole), point);
                finite = finite && allFinite(h);
            }
            store<Output>(h, static_cast<long long>(index) * bins + bin, plus, cross);
        }
        if (!finite && flags != nullptr) {
            // Every thread that comes here writes the same number.
            flags[index] = RowEvaluation::NOT_FINITE;
        }
        __syncthreads();
    }
}

// The two entry points of a model: NAME_single and NAME_double.
#define CHIRPMILL_EXACT_KERNELS(NAME, MODEL)                                                                           \
    CHIRPMILL_KERNEL(MODEL::BLOCKS)                                                                                    \
    NAME##_single(const double* rows, int stride, int count, const double* tables, int bins, int firstBin,             \
            double, float2* plus, float2* cross, int* flags) {                                                         \
        evaluateRows<MODEL, Single>(rows, stride, count, tables, bins, firstBin, plus, cross, flags);                  \
    }                                                                                                                  \
    CHIRPMILL_KERNEL(MODEL::BLOCKS)                                                                                    \
    NAME##_double(const double* rows, int stride, int count, const double* tables, int bins, int firstBin,             \
            double, double2* plus, double2* cross, int* flags) {                                                       \
        evaluateRows<MODEL, Double>(rows, stride, count, tables, bins, firstBin, plus, cross, flags);                  \
    }

// The shared memory that the exact entry points of a model need whose rows have tables.
#define CHIRPMILL_SHARED_ROW(NAME, MODEL) CHIRPMILL_NUMBER NAME##_shared_bytes = MODEL::ROW * sizeof(double);
