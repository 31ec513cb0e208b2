// Entry points of PhenomPNR.
#include "pnr.h"

#include "evaluate.h"
#include "fast.h"

CHIRPMILL_EXACT_KERNELS(pnr, PhenomPNR)
CHIRPMILL_FAST_KERNELS(pnr, PhenomPNR)
CHIRPMILL_SHARED_ROW(pnr, PhenomPNR)
