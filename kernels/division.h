// Divides the modes of a waveform into pieces that polynomials serve, by other rules than those of
// org.chirpmill.engine.vector.ModeDivision: README.md has both.
// First pieces end at a mode's joins and are as wide as its poles allow; one whose last Chebyshev coefficients exceed
// the tolerance is halved, and one of few bins is left to be evaluated bin by bin. The threads of a block share the
// work; what they decide does not depend on how many they are.
#pragma once

#include "bin_search.h"
#include "grid.h"
#include "numbers.h"
#include "pieces.h"
#include "row_view.h"

// The grid's tables at any frequency.
CHIRPMILL_FUNCTION GridPoint pointAt(double f) {
    double root = cbrt(f);
    return {f, root, 1 / (f * sqrt(root)), log(f), sqrt(sqrt(f)), 1 / (f * root * root), -1};
}

template <class Model, class Output>
struct Division {
    using Shared = Pieces<Output, Model::MODES, Model::ROW>;
    using Real = typename Output::Real;
    static constexpr int NODES = Chebyshev::NODES;
    static constexpr int AMPLITUDES = Shared::AMPLITUDES;

    // The vector backend's: pieces with fewer bins cost more than the bins themselves.
    static constexpr int LEAST_BINS = ModeDivision::LEAST_BINS;
    // What an estimate may be of the tolerance: a feature between the nodes is several times what they show of it.
    static constexpr double MARGIN = 0.4;

    Shared& shared;
    const typename RowView<Model>::Type& row;
    const double* frequencies;
    int bins, firstBin;
    double tolerance;

    // Fills the shared pieces from the row in them. Every thread of the block calls this.
    CHIRPMILL_FUNCTION void divide() {
        if (threadIdx.x == 0) {
            shared.count = shared.slots = shared.modeBins = shared.exactBins = shared.notFinite = 0;
            shared.strongest = 0;
        }
        for (int mode = threadIdx.x; mode < Model::MODES; mode += blockDim.x) {
            shared.firstCount[mode] = firstSpans(mode, shared.halves + mode * Shared::FIRST);
        }
        __syncthreads();
        if (threadIdx.x == 0) {
            collectFirst();
        }
        __syncthreads();
        while (shared.waiting > 0) {
            for (int begun = 0; begun < shared.waiting; begun += Shared::CHUNK) {
                int some = min(Shared::CHUNK, shared.waiting - begun);
                evaluateNodes(begun, some);
                __syncthreads();
                estimate(some);
                __syncthreads();
                judge(some);
                __syncthreads();
                if (threadIdx.x == 0) {
                    decide(begun, some);
                }
                __syncthreads();
                storePolynomials(begun, some);
                __syncthreads();
            }
            int next = shared.divided;
            for (int i = threadIdx.x; i < next; i += blockDim.x) {
                shared.pending[i] = shared.halves[i];
            }
            __syncthreads();
            if (threadIdx.x == 0) {
                shared.waiting = next;
                shared.divided = 0;
            }
            __syncthreads();
        }
        sort();
        __syncthreads();
    }

private:
    // Writes the first spans of a mode, from join to join, and returns how many there are.
    CHIRPMILL_FUNCTION int firstSpans(int mode, Span* out) {
        // No formula holds at zero frequency.
        int start = firstBin < bins && frequencies[firstBin] > 0 ? firstBin : min(firstBin + 1, bins);
        double last = Model::end(row, mode);
        int end = start;
        if (last >= 0) {
            end = firstBinAtOrAbove(frequencies, start, bins, last);
            end += end < bins && frequencies[end] <= last ? 1 : 0;
        }
        double joins[Model::MOST_JOINS];
        int edges[Model::MOST_JOINS + 1];
        int joinCount = Model::joins(row, mode, joins);
        int edgeCount = 0;
        for (int join = 0; join < joinCount; join++) {
            int edge = firstBinAtOrAbove(frequencies, start, end, joins[join]);
            int place = edgeCount++;
            while (place > 0 && edges[place - 1] > edge) {
                edges[place] = edges[place - 1];
                place--;
            }
            edges[place] = edge;
        }
        edges[edgeCount++] = end;
        int count = 0;
        int begin = start;
        for (int i = 0; i < edgeCount; i++) {
            while (begin < edges[i]) {
                bool full = count >= Shared::FIRST - edgeCount;
                int next = full ? edges[i] : firstEnd(mode, begin, edges[i]);
                short slot = next - begin < LEAST_BINS ? Span::EXACT : short(0);
                out[count++] = {begin, next, static_cast<short>(mode), slot};
                begin = next;
            }
        }
        return count;
    }

    CHIRPMILL_FUNCTION int firstEnd(int mode, int begin, int edge) {
        double f = frequencies[begin];
        int end = firstBinAtOrAbove(frequencies, begin, edge, f + ModeDivision::FIRST_WIDTH * Model::scale(row, mode, f));
        end = min(edge, max(end, begin + LEAST_BINS));
        return edge - end < LEAST_BINS ? edge : end;
    }

    CHIRPMILL_FUNCTION void collectFirst() {
        int waiting = 0;
        for (int mode = 0; mode < Model::MODES; mode++) {
            for (int i = 0; i < shared.firstCount[mode]; i++) {
                Span span = shared.halves[mode * Shared::FIRST + i];
                shared.modeBins += span.end - span.begin;
                if (span.slot == Span::EXACT) {
                    shared.done[shared.count++] = span;
                    shared.exactBins += span.end - span.begin;
                } else {
                    shared.pending[waiting++] = span;
                }
            }
        }
        shared.waiting = waiting;
        shared.divided = 0;
    }

    CHIRPMILL_FUNCTION void evaluateNodes(int begun, int some) {
        for (int i = threadIdx.x; i < some * NODES; i += blockDim.x) {
            const Span& span = shared.pending[begun + i / NODES];
            double low = frequencies[span.begin];
            double high = frequencies[span.end - 1];
            double f = (low + high) / 2 + (high - low) / 2 * CHEBYSHEV_PLACES[i % NODES];
            SmoothMode value = Model::smooth(row, span.mode, pointAt(f));
            shared.values[0][i] = value.phase;
            shared.values[1][i] = value.plusReal;
            shared.values[2][i] = value.plusImaginary;
            shared.values[3][i] = value.crossReal;
            shared.values[4][i] = value.crossImaginary;
            shared.branches[i] = value.branch;
        }
    }

    // What the polynomial of each function and piece misses, and its largest number.
    CHIRPMILL_FUNCTION void estimate(int some) {
        for (int i = threadIdx.x; i < some * (1 + AMPLITUDES); i += blockDim.x) {
            int function = i / some;
            int piece = i % some;
            const double* values = shared.values[function] + piece * NODES;
            shared.errors[function][piece] =
                Chebyshev::error(coefficient(values, NODES - 1), coefficient(values, NODES - 2));
            if (function > 0) {
                double peak = 0;
                for (int node = 0; node < NODES; node++) {
                    peak = fmax(peak, abs(values[node]));
                }
                shared.peaks[function - 1][piece] = peak;
            }
        }
    }

    // The coefficient of a power from the values at a piece's nodes.
    CHIRPMILL_FUNCTION double coefficient(const double* values, int power) {
        double sum = 0;
        for (int node = 0; node < NODES; node++) {
            sum += shared.toPowers[node * NODES + power] * values[node];
        }
        return sum;
    }

    // What each piece's polynomials miss of the strain, infinite where its nodes lie on different branches, and the
    // largest amplitude at its nodes.
    CHIRPMILL_FUNCTION void judge(int some) {
        for (int piece = threadIdx.x; piece < some; piece += blockDim.x) {
            double largest = 0;
            for (int amplitude = 0; amplitude < AMPLITUDES; amplitude++) {
                largest = fmax(largest, shared.peaks[amplitude][piece]);
            }
            double missed = largest * shared.errors[0][piece];
            for (int amplitude = 1; amplitude <= AMPLITUDES; amplitude++) {
                missed += shared.errors[amplitude][piece];
            }
            const int* branches = shared.branches + piece * NODES;
            for (int node = 1; node < NODES; node++) {
                missed = branches[node] != branches[0] ? INFINITY : missed;
            }
            shared.missed[piece] = missed;
            shared.largest[piece] = largest;
        }
    }

    // Gives a slot to each piece that holds, halves the others or leaves them to be evaluated bin by bin. One thread,
    // for which the others wait: it keeps its counts in registers.
    CHIRPMILL_FUNCTION void decide(int begun, int some) {
        double strongest = shared.strongest;
        for (int piece = 0; piece < some; piece++) {
            strongest = fmax(strongest, shared.largest[piece]);
        }
        shared.strongest = strongest;
        int count = shared.count;
        int slots = shared.slots;
        int divided = shared.divided;
        int exactBins = shared.exactBins;
        int waiting = shared.waiting - begun;
        for (int piece = 0; piece < some; piece++) {
            Span span = shared.pending[begun + piece];
            double largest = shared.largest[piece];
            // Also false of NaN.
            bool holds = shared.missed[piece] <= MARGIN * tolerance * fmax(largest, ModeDivision::WEAK * strongest)
                && slots < Shared::MOST_SLOTS;
            bool isWhole = holds || span.end - span.begin < 2 * LEAST_BINS
                || count + divided + waiting - piece + 1 > Shared::MOST;
            span.slot = holds ? static_cast<short>(slots++) : Span::EXACT;
            shared.given[piece] = span.slot;
            if (isWhole) {
                shared.done[count++] = span;
                exactBins += holds ? 0 : span.end - span.begin;
            } else {
                int middle = (span.begin + span.end) / 2;
                shared.halves[divided] = shared.halves[divided + 1] = span;
                shared.halves[divided].end = shared.halves[divided + 1].begin = middle;
                divided += 2;
            }
        }
        shared.count = count;
        shared.slots = slots;
        shared.divided = divided;
        shared.exactBins = exactBins;
    }

    CHIRPMILL_FUNCTION void storePolynomials(int begun, int some) {
        for (int i = threadIdx.x; i < some * NODES; i += blockDim.x) {
            int piece = i / NODES;
            int power = i % NODES;
            int slot = shared.given[piece];
            if (slot == Span::EXACT) {
                continue;
            }
            shared.phases[slot * NODES + power] = coefficient(shared.values[0] + piece * NODES, power);
            for (int amplitude = 0; amplitude < AMPLITUDES; amplitude++) {
                double value = coefficient(shared.values[1 + amplitude] + piece * NODES, power);
                shared.amplitudes[(slot * AMPLITUDES + amplitude) * NODES + power] =
                    static_cast<Real>(value * Magnified<Real>::UP);
            }
            if (power == 0) {
                const Span& span = shared.pending[begun + piece];
                double low = frequencies[span.begin];
                double high = frequencies[span.end - 1];
                shared.scales[slot] = 2 / (high - low);
                shared.shifts[slot] = -(low + high) / (high - low);
            }
        }
    }

    // Every span finds its place: behind those of earlier modes, and of its own that begin below it.
    CHIRPMILL_FUNCTION void sort() {
        for (int i = threadIdx.x; i < shared.count; i += blockDim.x) {
            Span span = shared.done[i];
            int place = 0;
            for (int j = 0; j < shared.count; j++) {
                const Span& other = shared.done[j];
                place += other.mode < span.mode || (other.mode == span.mode && other.begin < span.begin) ? 1 : 0;
            }
            shared.pending[place] = span;
        }
        for (int mode = threadIdx.x; mode <= Model::MODES; mode += blockDim.x) {
            int before = 0;
            for (int j = 0; j < shared.count; j++) {
                before += shared.done[j].mode < mode ? 1 : 0;
            }
            shared.firstOf[mode] = before;
        }
    }
};
