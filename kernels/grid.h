// The frequency grid's tables, as org.chirpmill.model.GridTables lays them out: six tables of `bins` doubles each.
#pragma once

#include "numbers.h"
#include "platform.h"

// What the tables hold for one bin; f is in Hz.
struct GridPoint {
    double f;          // f
    double cubeRoot;   // f^(1/3)
    double newtonian;  // f^(-7/6)
    double logarithm;  // log f
    double fourthRoot; // f^(1/4)
    double leading;    // f^(-5/3)
    int bin;           // which; negative between bins
};

CHIRPMILL_FUNCTION GridPoint gridPoint(const double* tables, int bins, int bin) {
    const double* at = tables + bin;
    return {at[GridTables::FREQUENCY * bins], at[GridTables::CUBE_ROOT * bins],
        at[GridTables::NEWTONIAN_AMPLITUDE * bins], at[GridTables::LOGARITHM * bins],
        at[GridTables::FOURTH_ROOT * bins], at[GridTables::LEADING_PHASE * bins], bin};
}
