/**
 * The command line: the words of a whole command, and commands that belong to no group. Groups of commands have
 * packages of their own below this one, beside what they share: {@code options} and {@code words}. Reads options, calls
 * what does the work, prints; holds no physics.
 */
package org.chirpmill.cli;
