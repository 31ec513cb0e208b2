// Entry points of PhenomXPHM.
#include "xphm.h"

#include "evaluate.h"
#include "fast.h"

CHIRPMILL_EXACT_KERNELS(xphm, PhenomXPHM)
CHIRPMILL_FAST_KERNELS(xphm, PhenomXPHM)
