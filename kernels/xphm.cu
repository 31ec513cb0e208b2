// Entry points of IMRPhenomXPHM, which also evaluate IMRPhenomXP.
#include "xphm.h"

#include "evaluate.h"
#include "fast.h"

CHIRPMILL_EXACT_KERNELS(xphm, PhenomXPHM)
CHIRPMILL_FAST_KERNELS(xphm, PhenomXPHM)
