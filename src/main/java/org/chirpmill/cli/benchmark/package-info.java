/** {@code chirpmill benchmark}: what is to be measured, beside whom, and where the results go. */
package org.chirpmill.cli.benchmark;
