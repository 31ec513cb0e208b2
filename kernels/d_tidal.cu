// Entry points of IMRPhenomD with tides.
#include "d_tidal.h"

#include "evaluate.h"
#include "fast.h"

CHIRPMILL_EXACT_KERNELS(d_tidal, TidalD)
CHIRPMILL_FAST_KERNELS(d_tidal, TidalD)
