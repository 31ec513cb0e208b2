/**
 * Products of waveforms with a matrix whose sums have an order of their own: the same bytes whatever the CPU's lanes,
 * the threads, and the rows beside. Takes bins of rows in, gives sums over blocks of them out; knows of no basis.
 */
package org.chirpmill.compression.product;
