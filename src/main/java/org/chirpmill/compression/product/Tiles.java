package org.chirpmill.compression.product;

import org.chirpmill.engine.vector.VectorProvider;

/** How products are computed; what comes out is the same. */
public enum Tiles {
    /** On SIMD lanes, through the Vector API. */
    VECTOR,
    /** In plain Java: ten to thirty times slower. */
    PLAIN,
    /** In plain Java for a CPU without fused multiply-adds: slower by as much again. */
    UNFUSED;

    /** The fastest way in this JVM: SIMD lanes where the vector backend has them. */
    public static Tiles ofThisJvm() {
        if (new VectorProvider().obstacle().isEmpty()) {
            return VECTOR;
        }
        return VectorProvider.fuses() ? PLAIN : UNFUSED;
    }

    Tile<float[]> single() {
        return switch (this) {
            case VECTOR -> new VectorSingleTile();
            case PLAIN -> new PlainSingleTile(true);
            case UNFUSED -> new PlainSingleTile(false);
        };
    }

    Tile<double[]> twice() {
        return switch (this) {
            case VECTOR -> new VectorDoubleTile();
            case PLAIN -> new PlainDoubleTile(true);
            case UNFUSED -> new PlainDoubleTile(false);
        };
    }
}
