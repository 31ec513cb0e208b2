/** {@code chirpmill verify} and {@code compare}: what is to be checked, and how the verdict is said. */
package org.chirpmill.cli.verify;
