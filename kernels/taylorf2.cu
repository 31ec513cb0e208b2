// Entry points of TaylorF2.
#include "taylorf2.h"

#include "evaluate.h"

CHIRPMILL_EXACT_KERNELS(taylorf2, TaylorF2)
