/**
 * What the command line says, and how it lays tables out. Takes plans, outcomes and verdicts, writes text; knows
 * nothing of options or commands.
 */
package org.chirpmill.cli.words;
