/**
 * Rows for other processes of this machine while they ask for them: control over a UNIX domain socket, rows in memory
 * that both sides map. Takes a run; knows nothing of the command line. The protocol is docs/feed.md.
 */
package org.chirpmill.feed;
