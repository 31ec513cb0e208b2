/**
 * Files of others: hostile ones, damaged ones, and what every command that reads them answers. Takes a file and a
 * command, gives complaints; knows nothing of how files are read.
 */
package org.chirpmill.cli.hostile;
