// Entry points of PhenomXPHM with tables of angles.
#include "xphm.h"

#include "evaluate.h"
#include "fast.h"

CHIRPMILL_EXACT_KERNELS(xphm_table, TabledXPHM)
CHIRPMILL_FAST_KERNELS(xphm_table, TabledXPHM)
CHIRPMILL_SHARED_ROW(xphm_table, TabledXPHM)
