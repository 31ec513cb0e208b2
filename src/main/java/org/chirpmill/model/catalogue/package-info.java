/**
 * Which models there are. Knows every family of models, and no family knows it.
 */
package org.chirpmill.model.catalogue;
