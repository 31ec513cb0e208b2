/**
 * The CPU's fast path: SIMD lanes through the Vector API, and, to a tolerance, polynomials in place of smooth factors.
 * Takes rows in, gives polarizations out, a block of bins after another.
 */
package org.chirpmill.engine.vector;
