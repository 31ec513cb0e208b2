/**
 * Rows on their way: batches, where they lie and where they go, which rows of a set they are and how exactly they were
 * evaluated; and what can be done where something fails on the way. What engine, compression, datasets and all that
 * take rows agree on; knows nothing of any of them.
 */
package org.chirpmill.rows;
