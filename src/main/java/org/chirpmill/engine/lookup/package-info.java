/**
 * Which backend evaluates: asks all of them, and no backend knows it.
 */
package org.chirpmill.engine.lookup;
