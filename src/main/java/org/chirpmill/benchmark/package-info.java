/**
 * What making a dataset costs. Takes a task and a dataset's header in, runs it through the same pipeline and writer as
 * any other run, beside peers where asked to, and gives times, tables and JSON out; knows no options and no pictures.
 */
package org.chirpmill.benchmark;
