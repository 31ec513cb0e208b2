// Entry points of IMRPhenomXAS with tides.
#include "xas_tidal.h"

#include "evaluate.h"
#include "fast.h"

CHIRPMILL_EXACT_KERNELS(xas_tidal, TidalXAS)
CHIRPMILL_FAST_KERNELS(xas_tidal, TidalXAS)
