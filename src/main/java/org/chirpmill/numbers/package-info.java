/**
 * Numbers as people read them: how those of many measurements or rows are spread, and quantities with their units.
 * Knows nothing of what they are numbers of.
 */
package org.chirpmill.numbers;
