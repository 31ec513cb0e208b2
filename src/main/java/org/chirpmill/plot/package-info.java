/**
 * Pictures. Takes panels of named curves in, gives image files out, without a screen; knows nothing of what the curves
 * mean. What is painted, and where, does not depend on the format.
 */
package org.chirpmill.plot;
