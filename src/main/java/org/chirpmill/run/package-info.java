/**
 * The front door for programs: settings and choices become a run, whose rows go to a sink or into a dataset. Takes
 * settings and what every stage below offers; knows nothing of command lines, options or terminals.
 */
package org.chirpmill.run;
