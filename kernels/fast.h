// The accurate fast path: a block works on one waveform, divides its modes into pieces with polynomials in its shared
// memory and evaluates those at the bins, each thread every so many bins.
//
// Launch shape: block (threads), grid (rows), dynamic shared memory as ENTRY_shared_bytes says.
#pragma once

#include "division.h"
#include "evaluate.h"
#include "numbers.h"

template <class Model, class Output>
struct FastRows {
    using Shared = Pieces<Output, Model::MODES, Model::ROW>;
    using Real = typename Output::Real;
    static constexpr int NODES = Chebyshev::NODES;

    using Row = typename RowView<Model>::Type;

    CHIRPMILL_FUNCTION static void evaluate(const double* rows, int stride, int count, const double* tables, int bins,
            int firstBin, double tolerance, typename Output::Complex* plus, typename Output::Complex* cross,
            int* flags) {
        CHIRPMILL_SHARED_STRUCT(Shared, shared);
        for (int i = threadIdx.x; i < NODES * NODES; i += blockDim.x) {
            shared.toPowers[i] = CHEBYSHEV_TO_POWERS[i];
        }
        for (int index = blockIdx.x; index < count; index += gridDim.x) {
            const double* whole = rows + static_cast<long long>(index) * stride;
            for (int i = threadIdx.x; i < Model::ROW; i += blockDim.x) {
                shared.row[i] = whole[i];
            }
            __syncthreads();
            Row row = RowView<Model>::of(shared.row, whole);
            Division<Model, Output> division{shared, row, tables, bins, firstBin, fmin(tolerance, Accuracy::LOOSEST)};
            division.divide();
            long long at = static_cast<long long>(index) * bins;
            sumModes(shared, row, tables, bins, firstBin, plus + at, cross + at);
            __syncthreads();
            if (threadIdx.x == 0 && flags != nullptr) {
                bool isMostlyExact = shared.exactBins > shared.modeBins / 2;
                flags[index] = (shared.notFinite ? RowEvaluation::NOT_FINITE : 0)
                    | (isMostlyExact ? RowEvaluation::MOSTLY_EXACT : 0);
            }
            __syncthreads();
        }
    }

private:
    CHIRPMILL_FUNCTION static void sumModes(Shared& shared, const Row& row, const double* tables, int bins, int firstBin,
            typename Output::Complex* plus, typename Output::Complex* cross) {
        // A thread's bins ascend, so its place among a mode's spans only moves on.
        int places[Model::MODES];
        CHIRPMILL_UNROLLED
        for (int mode = 0; mode < Model::MODES; mode++) {
            places[mode] = shared.firstOf[mode];
        }
        bool finite = true;
        for (int bin = threadIdx.x; bin < bins; bin += blockDim.x) {
            Polarizations<Real> h{0, 0, 0, 0};
            if (bin >= firstBin) {
                double f = tables[bin];
                CHIRPMILL_UNROLLED
                for (int mode = 0; mode < Model::MODES; mode++) {
                    int end = shared.firstOf[mode + 1];
                    while (places[mode] < end && shared.pending[places[mode]].end <= bin) {
                        places[mode]++;
                    }
                    if (places[mode] < end) {
                        add(shared, row, shared.pending[places[mode]], tables, bins, bin, f, h);
                    }
                }
                h.plusReal *= Magnified<Real>::DOWN;
                h.plusImaginary *= Magnified<Real>::DOWN;
                h.crossReal *= Magnified<Real>::DOWN;
                h.crossImaginary *= Magnified<Real>::DOWN;
                finite = finite && allFinite(h);
            }
            store<Output>(h, bin, plus, cross);
        }
        if (!finite) {
            shared.notFinite = 1;
        }
    }

    CHIRPMILL_FUNCTION static void add(const Shared& shared, const Row& row, const Span& span, const double* tables,
            int bins, int bin, double f, Polarizations<Real>& h) {
        if (span.slot == Span::EXACT) {
            SmoothMode mode = Model::smooth(row, span.mode, gridPoint(tables, bins, bin));
            h.template add<Output>(mode.phase, {static_cast<Real>(mode.plusReal * Magnified<Real>::UP),
                static_cast<Real>(mode.plusImaginary * Magnified<Real>::UP),
                static_cast<Real>(mode.crossReal * Magnified<Real>::UP),
                static_cast<Real>(mode.crossImaginary * Magnified<Real>::UP)});
        } else {
            double u = shared.scales[span.slot] * f + shared.shifts[span.slot];
            Real x = static_cast<Real>(u);
            const Real* amplitudes = shared.amplitudes + span.slot * (Shared::AMPLITUDES * NODES);
            h.template add<Output>(polynomial(shared.phases + span.slot * NODES, u),
                {polynomial(amplitudes, x), polynomial(amplitudes + NODES, x), polynomial(amplitudes + 2 * NODES, x),
                    polynomial(amplitudes + 3 * NODES, x)});
        }
    }

    template <class Number>
    CHIRPMILL_FUNCTION static Number polynomial(const Number* coefficients, Number x) {
        Number sum = coefficients[NODES - 1];
        CHIRPMILL_UNROLLED
        for (int power = NODES - 2; power >= 0; power--) {
            sum = sum * x + coefficients[power];
        }
        return sum;
    }
};

// The two fast entry points of a model, NAME_fast_single and NAME_fast_double, and the shared memory that each needs.
#define CHIRPMILL_FAST_KERNELS(NAME, MODEL)                                                                            \
    CHIRPMILL_NUMBER NAME##_fast_single_shared_bytes = sizeof(FastRows<MODEL, Single>::Shared);                        \
    CHIRPMILL_NUMBER NAME##_fast_double_shared_bytes = sizeof(FastRows<MODEL, Double>::Shared);                        \
    CHIRPMILL_KERNEL(2)                                                                                                \
    NAME##_fast_single(const double* rows, int stride, int count, const double* tables, int bins, int firstBin,        \
            double tolerance, float2* plus, float2* cross, int* flags) {                                               \
        FastRows<MODEL, Single>::evaluate(rows, stride, count, tables, bins, firstBin, tolerance, plus, cross, flags); \
    }                                                                                                                  \
    CHIRPMILL_KERNEL(2)                                                                                                \
    NAME##_fast_double(const double* rows, int stride, int count, const double* tables, int bins, int firstBin,        \
            double tolerance, double2* plus, double2* cross, int* flags) {                                             \
        FastRows<MODEL, Double>::evaluate(rows, stride, count, tables, bins, firstBin, tolerance, plus, cross, flags); \
    }
