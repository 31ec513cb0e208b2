// Entry points of PhenomXAS.
#include "xas.h"

#include "evaluate.h"

CHIRPMILL_EXACT_KERNELS(xas, PhenomXAS)
