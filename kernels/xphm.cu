// Entry points of IMRPhenomXPHM, which also evaluate IMRPhenomXP.
#include "xphm.h"

#include "evaluate.h"

CHIRPMILL_EXACT_KERNELS(xphm, PhenomXPHM)
