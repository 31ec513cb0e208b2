// What differs between a GPU and a host compiler. The same sources are device code for nvcc and NVRTC and, for tests on
// machines without a GPU, ordinary C++ for g++: there a block is one thread, so that loops over threadIdx and blockIdx
// in strides of blockDim and gridDim do all the work in order.
#pragma once

#if defined(__CUDACC__)

#define CHIRPMILL_FUNCTION __device__ __forceinline__
#define CHIRPMILL_LARGE_FUNCTION __device__ __noinline__
#define CHIRPMILL_KERNEL extern "C" __global__ void
#define CHIRPMILL_TABLE __device__ constexpr
// Before a loop whose body is large, and before one whose arrays and offsets are to be known to the compiler.
#define CHIRPMILL_NOT_UNROLLED _Pragma("unroll 1")
#define CHIRPMILL_UNROLLED _Pragma("unroll")
// The block's shared memory, whose size the launch gives.
#define CHIRPMILL_SHARED(name) extern __shared__ double name[]

// 1 / sqrt(x).
CHIRPMILL_FUNCTION double inverseRoot(double x) {
    return rsqrt(x);
}

#else

#include <cmath>

#define CHIRPMILL_FUNCTION inline
#define CHIRPMILL_LARGE_FUNCTION inline
#define CHIRPMILL_KERNEL extern "C" void
#define CHIRPMILL_TABLE constexpr
#define CHIRPMILL_NOT_UNROLLED
#define CHIRPMILL_UNROLLED
#define CHIRPMILL_SHARED(name) static thread_local double name[32768]

struct float2 {
    float x, y;
};

struct double2 {
    double x, y;
};

struct HostIndex {
    int x, y;
};

constexpr HostIndex threadIdx{0, 0}, blockIdx{0, 0}, blockDim{1, 1}, gridDim{1, 1};

inline void __syncthreads() {}

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
using std::exp;
using std::fmax;
using std::fmin;
using std::isfinite;
using std::log;
using std::rint;
using std::sin;
using std::sqrt;

#endif

// Unlike fmax and fmin, these keep what is not a number: x may be that, the bound is not.
CHIRPMILL_FUNCTION double atLeast(double x, double bound) {
    return x < bound ? bound : x;
}

CHIRPMILL_FUNCTION double atMost(double x, double bound) {
    return x > bound ? bound : x;
}
