package org.chirpmill.rows;

/**
 * A draw that no model could evaluate and that another draw replaced.
 *
 * @param row the dataset row it was drawn for
 * @param attempt which draw of that row it was, from 0
 * @param reason why it was rejected, one sentence
 */
public record Rejection(long row, int attempt, String reason) {}
