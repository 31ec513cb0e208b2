// Projects polarizations on basis vectors right where they were evaluated, so that only coefficients leave the device:
// coefficients (rows x size) = scale times strain (rows x bins) times matrix (bins x size), all complex and row-major.
// Whitening is a factor of the matrix's rows. Bins before firstBin and from endBin on count for nothing, and the matrix
// begins with the first one that counts.
//
// Where a basis knows a waveform, all products of a sum have one sign, and a float that thousands of them are added to
// one by one is off by 1e-5 and more. So floats are summed tile by tile, and the sum of the tiles keeps what each
// addition rounds away (Kahan). Doubles have digits to spare.
//
// Launch shape: block (SIDE * SIDE threads), grid (tiles of columns, tiles of rows).
#pragma once

#include "numbers.h"
#include "platform.h"

template <class Complex>
struct Projection {
    // A block makes ROWS x COLUMNS coefficients, DEPTH bins at a time; a thread those of every SIDE-th row and column.
    static constexpr int ROWS = LaunchShape::TILE;
    static constexpr int COLUMNS = LaunchShape::TILE;
    static constexpr int DEPTH = 16;
    static constexpr int SIDE = CHIRPMILL_BLOCK_SIDE;
    static constexpr int MY_ROWS = ROWS / SIDE;
    static constexpr int MY_COLUMNS = COLUMNS / SIDE;
    static constexpr bool IS_SINGLE = sizeof(Complex) == sizeof(float2);

    // What one thread adds up.
    using Sums = Complex[MY_ROWS][MY_COLUMNS];

    // A tile of each factor in shared memory: by bin, so that neighbouring threads read neighbouring numbers.
    struct Tiles {
        Complex strain[DEPTH][ROWS + 1];
        Complex matrix[DEPTH][COLUMNS];
    };

    CHIRPMILL_FUNCTION static void project(const Complex* strain, const Complex* matrix, int rows, int bins,
            int firstBin, int endBin, int size, double scale, Complex* coefficients) {
        CHIRPMILL_SHARED_STRUCT(Tiles, tiles);
        int myRow = threadIdx.x / SIDE;
        int myColumn = threadIdx.x % SIDE;
        for (int row = blockIdx.y * ROWS; row < rows; row += gridDim.y * ROWS) {
            for (int column = blockIdx.x * COLUMNS; column < size; column += gridDim.x * COLUMNS) {
                Sums sums = {};
                Sums excess = {};
                for (int bin = firstBin; bin < endBin; bin += DEPTH) {
                    const Complex* left = strain + static_cast<long long>(row) * bins + bin;
                    const Complex* right = matrix + static_cast<long long>(bin - firstBin) * size + column;
                    load(left, bins, right, size, rows - row, endBin - bin, size - column, tiles);
                    __syncthreads();
                    if constexpr (IS_SINGLE) {
                        Sums tile = {};
                        multiply(tiles, myRow, myColumn, tile);
                        addTile(tile, sums, excess);
                    } else {
                        multiply(tiles, myRow, myColumn, sums);
                    }
                    __syncthreads();
                }
                store(sums, scale, row + myRow, rows, column + myColumn, size, coefficients);
            }
        }
    }

private:
    // Fills the tiles from where they begin in both factors, whose rows are so far apart. Beyond the rows, bins and
    // columns that are left there are zeros.
    CHIRPMILL_FUNCTION static void load(const Complex* strain, int bins, const Complex* matrix, int size, int rowsLeft,
            int binsLeft, int columnsLeft, Tiles& tiles) {
        for (int i = threadIdx.x; i < ROWS * DEPTH; i += blockDim.x) {
            int r = i / DEPTH;
            int k = i % DEPTH;
            bool isThere = r < rowsLeft && k < binsLeft;
            tiles.strain[k][r] = isThere ? strain[static_cast<long long>(r) * bins + k] : Complex{0, 0};
        }
        for (int i = threadIdx.x; i < DEPTH * COLUMNS; i += blockDim.x) {
            int k = i / COLUMNS;
            int c = i % COLUMNS;
            bool isThere = k < binsLeft && c < columnsLeft;
            tiles.matrix[k][c] = isThere ? matrix[static_cast<long long>(k) * size + c] : Complex{0, 0};
        }
    }

    // Adds the products of the tiles' bins.
    CHIRPMILL_FUNCTION static void multiply(const Tiles& tiles, int myRow, int myColumn, Sums& sums) {
        CHIRPMILL_UNROLLED
        for (int k = 0; k < DEPTH; k++) {
            add(tiles, k, myRow, myColumn, sums);
        }
    }

    CHIRPMILL_FUNCTION static void add(const Tiles& tiles, int k, int myRow, int myColumn, Sums& sums) {
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

    CHIRPMILL_FUNCTION static void addTile(const Sums& tile, Sums& sums, Sums& excess) {
        CHIRPMILL_UNROLLED
        for (int i = 0; i < MY_ROWS; i++) {
            CHIRPMILL_UNROLLED
            for (int j = 0; j < MY_COLUMNS; j++) {
                addPart(tile[i][j].x, sums[i][j].x, excess[i][j].x);
                addPart(tile[i][j].y, sums[i][j].y, excess[i][j].y);
            }
        }
    }

    // The excess is what the sum has too much.
    template <class Real>
    CHIRPMILL_FUNCTION static void addPart(Real part, Real& sum, Real& excess) {
        Real wanted = part - excess;
        Real reached = sum + wanted;
        excess = (reached - sum) - wanted;
        sum = reached;
    }

    CHIRPMILL_FUNCTION static void store(const Sums& sums, double scale, int row, int rows,
            int column, int size, Complex* coefficients) {
        using Real = decltype(sums[0][0].x * 1.0f);
        Real factor = static_cast<Real>(scale);
        CHIRPMILL_UNROLLED
        for (int i = 0; i < MY_ROWS; i++) {
            CHIRPMILL_UNROLLED
            for (int j = 0; j < MY_COLUMNS; j++) {
                if (row + SIDE * i < rows && column + SIDE * j < size) {
                    coefficients[static_cast<long long>(row + SIDE * i) * size + column + SIDE * j] = {
                        factor * sums[i][j].x, factor * sums[i][j].y};
                }
            }
        }
    }
};
