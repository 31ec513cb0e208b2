// Entry points of IMRPhenomXP with tides.
#include "xp_tidal.h"

#include "evaluate.h"
#include "fast.h"

CHIRPMILL_EXACT_KERNELS(xp_tidal, TidalXP)
CHIRPMILL_FAST_KERNELS(xp_tidal, TidalXP)
