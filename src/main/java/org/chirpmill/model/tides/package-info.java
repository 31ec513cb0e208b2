/**
 * What tides and the quadrupoles of spinning stars do to any (2, 2) mode: a block of coefficients that a model's row
 * may have appended. Takes two stars in, gives that block and, bin by bin, the tidal phase, amplitude and taper out;
 * knows no model of black holes.
 */
package org.chirpmill.model.tides;
