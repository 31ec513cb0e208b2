// Entry points of IMRPhenomXHM.
#include "xhm.h"

#include "evaluate.h"
#include "fast.h"

CHIRPMILL_EXACT_KERNELS(xhm, PhenomXHM)
CHIRPMILL_FAST_KERNELS(xhm, PhenomXHM)
