// What differs between a GPU and a host compiler. The same sources are device code for nvcc and NVRTC and, for tests on
// machines without a GPU, ordinary C++ for g++: there a block is one thread, so that loops over threadIdx and blockIdx
// in strides of blockDim and gridDim do all the work in order.
#pragma once

#include "numbers.h"

#if defined(__CUDACC__)

#define CHIRPMILL_FUNCTION __device__ __forceinline__
#define CHIRPMILL_LARGE_FUNCTION __device__ __noinline__
// So many blocks are to find registers on a multiprocessor.
#define CHIRPMILL_KERNEL(BLOCKS) extern "C" __global__ void __launch_bounds__(LaunchShape::THREADS, BLOCKS)
#define CHIRPMILL_TABLE __device__ constexpr
// Before a loop whose body is large.
#define CHIRPMILL_NOT_UNROLLED _Pragma("unroll 1")
// Before a loop whose arrays are to stay in registers, and whose offsets are to be known to the compiler.
#define CHIRPMILL_UNROLLED _Pragma("unroll")
// A number that the host reads from the module.
#define CHIRPMILL_NUMBER extern "C" __device__ constexpr int
// Threads along each side of a square block.
#define CHIRPMILL_BLOCK_SIDE 16
// The block's shared memory, whose size the launch gives.
#define CHIRPMILL_SHARED(name) extern __shared__ double name[]
// The same as a struct.
#define CHIRPMILL_SHARED_STRUCT(TYPE, name)                                                                            \
    extern __shared__ double name##Memory[];                                                                           \
    TYPE& name = *reinterpret_cast<TYPE*>(name##Memory)

// 1 / sqrt(x).
CHIRPMILL_FUNCTION double inverseRoot(double x) {
    return rsqrt(x);
}

#else

#include <algorithm>
#include <cmath>

#define CHIRPMILL_FUNCTION inline
#define CHIRPMILL_LARGE_FUNCTION inline
#define CHIRPMILL_KERNEL(BLOCKS) extern "C" void
#define CHIRPMILL_TABLE constexpr
#define CHIRPMILL_NOT_UNROLLED
#define CHIRPMILL_UNROLLED
#define CHIRPMILL_NUMBER extern "C" const int
#define CHIRPMILL_BLOCK_SIDE 1

#if defined(CHIRPMILL_BLOCK_THREADS)
// A test starts so many threads, each with its own threadIdx, which are the one block there is.
#include <pthread.h>
#define CHIRPMILL_SHARED(name) static double name[4096]
#define CHIRPMILL_SHARED_STRUCT(TYPE, name) static TYPE name
#else
#define CHIRPMILL_SHARED(name) static thread_local double name[4096]
#define CHIRPMILL_SHARED_STRUCT(TYPE, name) static thread_local TYPE name
#endif

struct float2 {
    float x, y;
};

struct double2 {
    double x, y;
};

struct HostIndex {
    int x, y;
};

constexpr HostIndex blockIdx{0, 0}, gridDim{1, 1};

#if defined(CHIRPMILL_BLOCK_THREADS)
constexpr HostIndex blockDim{CHIRPMILL_BLOCK_THREADS, 1};
inline thread_local HostIndex threadIdx{0, 0};
inline pthread_barrier_t blockBarrier;

inline void __syncthreads() {
    pthread_barrier_wait(&blockBarrier);
}
#else
constexpr HostIndex blockDim{1, 1}, threadIdx{0, 0};

inline void __syncthreads() {}
#endif

inline double inverseRoot(double x) {
    return 1 / std::sqrt(x);
}

inline void sincos(double x, double* sine, double* cosine) {
    *sine = std::sin(x);
    *cosine = std::cos(x);
}

inline void sincospif(float x, float* sine, float* cosine) {
    *sine = static_cast<float>(std::sin(3.14159265358979323846 * x));
    *cosine = static_cast<float>(std::cos(3.14159265358979323846 * x));
}

using std::abs;
using std::atan;
using std::atan2;
using std::cbrt;
using std::exp;
using std::fmax;
using std::fmin;
using std::log;
using std::max;
using std::min;
using std::rint;
using std::sin;
using std::sqrt;

#endif

// Unlike fmax and fmin, these keep NaN: x may be NaN, the bound is not.
CHIRPMILL_FUNCTION double atLeast(double x, double bound) {
    return x < bound ? bound : x;
}

CHIRPMILL_FUNCTION double atMost(double x, double bound) {
    return x > bound ? bound : x;
}
