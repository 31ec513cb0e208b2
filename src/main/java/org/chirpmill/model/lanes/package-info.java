/**
 * What models share to evaluate many frequencies at once with the CPU's SIMD lanes: elementary functions and loops over
 * arrays of points. Takes coefficients and points in, gives phases and amplitudes out; must not know any model.
 */
package org.chirpmill.model.lanes;
