/**
 * Numbers as people read and write them: how those of many measurements or rows are spread, quantities with their
 * units, and multiples by their decimals. Knows nothing of what they are numbers of.
 */
package org.chirpmill.numbers;
