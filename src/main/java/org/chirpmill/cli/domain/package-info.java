/** {@code chirpmill domain}: finds frequency domains. */
package org.chirpmill.cli.domain;
