/**
 * Where native libraries lie. Takes what the user and the system say of folders, gives the one that libraries are
 * unpacked to and loaded from, or the reason why none is safe; knows no library.
 */
package org.chirpmill.natives;
