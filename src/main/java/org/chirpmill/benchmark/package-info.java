/**
 * What making a dataset costs. Takes a task in, runs it through the same pipeline and writer as any other run, gives
 * times out; knows nothing of settings, tables or scripts.
 */
package org.chirpmill.benchmark;
