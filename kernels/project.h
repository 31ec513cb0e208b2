// Projects polarizations on basis vectors right where they were evaluated, so that only coefficients leave the device:
// coefficients (rows x size) = strain (rows x bins) times matrix (bins x size), all complex and row-major. Whitening is a
// factor of the matrix's rows.
//
// Launch shape: block (SIDE * SIDE threads), grid (tiles of columns, tiles of rows).
#pragma once

#include "platform.h"

template <class Complex>
struct Projection {
    // A block makes ROWS x COLUMNS coefficients, DEPTH bins at a time; a thread those of every SIDE-th row and column.
    static constexpr int ROWS = 64;
    static constexpr int COLUMNS = 64;
    static constexpr int DEPTH = 16;
    static constexpr int SIDE = CHIRPMILL_BLOCK_SIDE;
    static constexpr int MY_ROWS = ROWS / SIDE;
    static constexpr int MY_COLUMNS = COLUMNS / SIDE;

    // A tile of each factor in shared memory: by bin, so that neighbouring threads read neighbouring numbers.
    struct Tiles {
        Complex strain[DEPTH][ROWS + 1];
        Complex matrix[DEPTH][COLUMNS];
    };

    // Bins before firstBin are zero and left out.
    CHIRPMILL_FUNCTION static void project(const Complex* strain, const Complex* matrix, int rows, int bins,
            int firstBin, int size, Complex* coefficients) {
        CHIRPMILL_SHARED_STRUCT(Tiles, tiles);
        int myRow = threadIdx.x / SIDE;
        int myColumn = threadIdx.x % SIDE;
        for (int row = blockIdx.y * ROWS; row < rows; row += gridDim.y * ROWS) {
            for (int column = blockIdx.x * COLUMNS; column < size; column += gridDim.x * COLUMNS) {
                Complex sums[MY_ROWS][MY_COLUMNS] = {};
                for (int bin = firstBin; bin < bins; bin += DEPTH) {
                    load(strain, matrix, row, rows, column, size, bin, bins, tiles);
                    __syncthreads();
                    CHIRPMILL_UNROLLED
                    for (int k = 0; k < DEPTH; k++) {
                        add(tiles, k, myRow, myColumn, sums);
                    }
                    __syncthreads();
                }
                store(sums, row + myRow, rows, column + myColumn, size, coefficients);
            }
        }
    }

private:
    // What lies beyond the factors' ends counts as zero.
    CHIRPMILL_FUNCTION static void load(const Complex* strain, const Complex* matrix, int row, int rows, int column,
            int size, int bin, int bins, Tiles& tiles) {
        for (int i = threadIdx.x; i < ROWS * DEPTH; i += blockDim.x) {
            int r = i / DEPTH;
            int k = i % DEPTH;
            bool isThere = row + r < rows && bin + k < bins;
            tiles.strain[k][r] = isThere ? strain[static_cast<long long>(row + r) * bins + bin + k] : Complex{0, 0};
        }
        for (int i = threadIdx.x; i < DEPTH * COLUMNS; i += blockDim.x) {
            int k = i / COLUMNS;
            int c = i % COLUMNS;
            bool isThere = bin + k < bins && column + c < size;
            tiles.matrix[k][c] = isThere ? matrix[static_cast<long long>(bin + k) * size + column + c] : Complex{0, 0};
        }
    }

    CHIRPMILL_FUNCTION static void add(
            const Tiles& tiles, int k, int myRow, int myColumn, Complex (&sums)[MY_ROWS][MY_COLUMNS]) {
        Complex right[MY_COLUMNS];
        CHIRPMILL_UNROLLED
        for (int j = 0; j < MY_COLUMNS; j++) {
            right[j] = tiles.matrix[k][myColumn + SIDE * j];
        }
        CHIRPMILL_UNROLLED
        for (int i = 0; i < MY_ROWS; i++) {
            Complex left = tiles.strain[k][myRow + SIDE * i];
            CHIRPMILL_UNROLLED
            for (int j = 0; j < MY_COLUMNS; j++) {
                sums[i][j].x += left.x * right[j].x - left.y * right[j].y;
                sums[i][j].y += left.x * right[j].y + left.y * right[j].x;
            }
        }
    }

    CHIRPMILL_FUNCTION static void store(const Complex (&sums)[MY_ROWS][MY_COLUMNS], int row, int rows, int column,
            int size, Complex* coefficients) {
        CHIRPMILL_UNROLLED
        for (int i = 0; i < MY_ROWS; i++) {
            CHIRPMILL_UNROLLED
            for (int j = 0; j < MY_COLUMNS; j++) {
                if (row + SIDE * i < rows && column + SIDE * j < size) {
                    coefficients[static_cast<long long>(row + SIDE * i) * size + column + SIDE * j] = sums[i][j];
                }
            }
        }
    }
};
