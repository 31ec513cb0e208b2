package org.chirpmill.model.tides;

import org.chirpmill.domain.FrequencyGrid;

/** A tidal phase tuned to simulations of neutron stars, and where the stars merge. */
public interface TidalModel {
    /** NRTidalv2, arXiv:1905.06011. */
    TidalModel NRTIDAL_V2 = new NRTidalV2();

    /** NRTidalv3, arXiv:2311.07456. */
    TidalModel NRTIDAL_V3 = new NRTidalV3();

    /** The gravitational wave's frequency at merger, Hz: from here on waveforms are tapered. */
    double mergerHz(NeutronStars stars);

    /** Writes the coefficients of the phase, and {@link TideRow#MERGER}, to a cleared block. */
    void write(NeutronStars stars, double[] rows, int row);

    /** Lets the phase of a written block stop growing where it does on a grid: of NRTidalv3 alone. */
    default void hold(FrequencyGrid grid, double[] rows, int row) {
    }
}
