// Entry points of PhenomXPHM.
#include "xphm.h"

#include "evaluate.h"

CHIRPMILL_EXACT_KERNELS(xphm, PhenomXPHM)
