/**
 * Batches and datasets as ND4J arrays, for learners on the JVM.
 * Takes an engine's batches or a finished file, gives arrays; knows no physics, no settings and no learner, and is
 * compiled only with the Maven profile {@code nd4j}.
 */
package org.chirpmill.nd4j;
