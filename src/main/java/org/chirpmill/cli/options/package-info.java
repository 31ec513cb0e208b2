/**
 * Options that several commands have. Takes words of the command line, gives choices, files and rows, or says in one
 * sentence what is wrong with the words.
 */
package org.chirpmill.cli.options;
