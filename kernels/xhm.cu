// Entry points of PhenomXHM.
#include "xhm.h"

#include "evaluate.h"

CHIRPMILL_EXACT_KERNELS(xhm, PhenomXHM)
