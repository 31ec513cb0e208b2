// A row as a model reads it. Most rows lie in shared memory as a whole. Of one with a table of angles, which is long and
// of which a bin reads one piece, only what comes before the table does.
#pragma once

#include "platform.h"

template <class Model>
struct RowView {
    using Type = const double*;

    // How many doubles of a row lie in shared memory.
    CHIRPMILL_FUNCTION static int shared(int stride) {
        return stride;
    }

    CHIRPMILL_FUNCTION static Type of(const double* shared, const double*) {
        return shared;
    }
};

// The row, or the rest of it from some number on: what lies in shared memory of it, and all of it where the rows lie.
struct TabledRow {
    const double* head;
    const double* whole;

    CHIRPMILL_FUNCTION operator const double*() const {
        return head;
    }

    CHIRPMILL_FUNCTION TabledRow operator+(int offset) const {
        return {head + offset, whole + offset};
    }
};

// What RowView is of a model whose rows have tables behind their first Model::ROW numbers.
template <class Model>
struct TabledRowView {
    using Type = TabledRow;

    CHIRPMILL_FUNCTION static int shared(int) {
        return Model::ROW;
    }

    CHIRPMILL_FUNCTION static Type of(const double* shared, const double* whole) {
        return {shared, whole};
    }
};
