/**
 * The plain Java evaluator: the readable statement of the physics and the reference of all others.
 * Takes rows in, gives polarizations out, one bin after another.
 */
package org.chirpmill.engine.scalar;
