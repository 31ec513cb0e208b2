// Entry points of IMRPhenomPv2 with tides: its mode is that of IMRPhenomD with tides.
#include "d_tidal.h"
#include "pv2.h"

#include "evaluate.h"
#include "fast.h"

using TidalPv2 = TwistedPv2<TidalDMode, TidalPv2Row::TWIST>;

CHIRPMILL_EXACT_KERNELS(pv2_tidal, TidalPv2)
CHIRPMILL_FAST_KERNELS(pv2_tidal, TidalPv2)
