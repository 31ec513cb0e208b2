// Entry points of PhenomD.
#include "phenomd.h"

#include "evaluate.h"

CHIRPMILL_EXACT_KERNELS(phenomd, PhenomD)
