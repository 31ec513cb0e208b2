/**
 * Pictures. Takes panels of named curves in, gives image files out, without a screen; knows nothing of what the curves
 * mean. Its classes alone may touch the charting library, whose loading costs a second that no other command is to pay.
 */
package org.chirpmill.plot;
