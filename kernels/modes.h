// The modes of the co-precessing frame. Generated from org.chirpmill.model.phenomx.hm.CoprecessingMode,
// which says what each number is: mvn test -Dtest=ModeHeaderTest -Dchirpmill.update
#pragma once

#include "platform.h"

// How many there are, and the numbers of those that have formulas of their own.
constexpr int COPRECESSING_MODES = 5;
constexpr int COPRECESSING_QUADRUPOLE = 0;
constexpr int COPRECESSING_MIXED = 3;

// By mode: l, m, where its block begins, and the sign of (-i)^m before 1 or i.
CHIRPMILL_TABLE int COPRECESSING_L[] = {2, 2, 3, 3, 4};
CHIRPMILL_TABLE int COPRECESSING_M[] = {2, 1, 3, 2, 4};
CHIRPMILL_TABLE int COPRECESSING_BLOCKS[] = {0, 56, 117, 178, 254};
CHIRPMILL_TABLE int COPRECESSING_TURN_SIGNS[] = {-1, -1, 1, -1, 1};

// The modes in such an order that those of the same m, which share their angles, are neighbours.
CHIRPMILL_TABLE int COPRECESSING_TWIST_SEQUENCE[] = {0, 3, 1, 2, 4};
