/** {@code chirpmill svd}: bases by themselves. */
package org.chirpmill.cli.svd;
