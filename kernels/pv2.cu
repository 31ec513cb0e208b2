// Entry points of PhenomPv2.
#include "pv2.h"

#include "evaluate.h"
#include "fast.h"

CHIRPMILL_EXACT_KERNELS(pv2, PhenomPv2)
CHIRPMILL_FAST_KERNELS(pv2, PhenomPv2)
