/**
 * One class per subcommand: reads options, wires the stages together, prints. Holds no physics.
 */
package org.chirpmill.cli;
