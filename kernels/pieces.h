// The pieces into which a waveform's modes are divided: spans of bins, most of them with polynomials. All of it lies in
// the shared memory of the block that works on the waveform.
#pragma once

#include "chebyshev.h"
#include "numbers.h"
#include "output.h"
#include "smooth_mode.h"

// What the amplitudes are multiplied by as numbers of each precision: as floats those of 1e-25 and their polynomials'
// last coefficients would come near to floats that have lost digits.
template <class Real>
struct Magnified {
    static constexpr Real UP = 1;
    static constexpr Real DOWN = 1;
};

template <>
struct Magnified<float> {
    static constexpr float UP = static_cast<float>(VectorEvaluator::MAGNIFIED);
    static constexpr float DOWN = 1 / UP;
};

// Bins of one mode. A slot says where its polynomials are; EXACT that it has none and is evaluated bin by bin.
struct Span {
    static constexpr short EXACT = -1;
    int begin, end;
    short mode, slot;
};

template <class Output, int MODES, int ROW>
struct Pieces {
    using Real = typename Output::Real;
    static constexpr int AMPLITUDES = 4;
    static constexpr int NODES = Chebyshev::NODES;
    // How many spans there may be, how many of them with polynomials, and of how many the nodes are evaluated at once.
    // Half of a production prior's IMRPhenomXPHM has up to 152 with polynomials at a tolerance of 1e-6, 98 % up to 256;
    // what finds no room is evaluated bin by bin.
    static constexpr int MOST = 448;
    static constexpr int MOST_SLOTS = 256;
    static constexpr int CHUNK = 32;
    // How many spans a mode may begin with.
    static constexpr int FIRST = MOST / MODES;

    double row[ROW];
    // Chebyshev's table: threads read it at different places at once.
    double toPowers[NODES * NODES];
    // The phase and the amplitudes at the nodes of a chunk.
    double values[1 + AMPLITUDES][CHUNK * NODES];
    int branches[CHUNK * NODES];
    // By function and piece of a chunk: what its polynomial misses, and the largest number it goes through.
    double errors[1 + AMPLITUDES][CHUNK];
    double peaks[AMPLITUDES][CHUNK];
    // By piece of a chunk: what its polynomials miss of the strain, the largest amplitude, the slot it was given.
    double missed[CHUNK], largest[CHUNK];
    short given[CHUNK];

    // Spans that wait for their nodes to be evaluated, those of the next round, and those that are done.
    Span pending[MOST], halves[MOST], done[MOST];
    int waiting, divided, count, slots;
    double strongest;
    int firstCount[MODES];
    // After the division: `pending` holds all spans by mode and frequency, a mode's from firstOf on.
    int firstOf[MODES + 1];
    // Of all modes together, and how many of them are evaluated one by one.
    int modeBins, exactBins, notFinite;

    // By slot: coefficients in ascending powers of u = scale f + shift, which runs from -1 to 1.
    double phases[MOST_SLOTS * NODES];
    Real amplitudes[MOST_SLOTS * AMPLITUDES * NODES];
    double scales[MOST_SLOTS], shifts[MOST_SLOTS];
};
