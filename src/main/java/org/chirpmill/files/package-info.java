/**
 * Files that appear complete or not at all. Takes what writes one and the name that it is to have; knows nothing of
 * what is in it.
 */
package org.chirpmill.files;
