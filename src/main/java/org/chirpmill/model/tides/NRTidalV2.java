package org.chirpmill.model.tides;

import org.chirpmill.model.MassScale;

/** NRTidalv2, arXiv:1905.06011: one term for both stars, and Love numbers that stay as they are. */
final class NRTidalV2 implements TidalModel {
    /** arXiv:1804.02235, Eq. 11. */
    @Override
    public double mergerHz(NeutronStars stars) {
        double kappa = stars.coupling();
        double angular = 0.3586 * Math.sqrt(stars.massTwo() / stars.massOne())
            * (1 + kappa * (3.35411203e-2 + kappa * 4.31460284e-5))
            / (1 + kappa * (7.54224145e-2 + kappa * 2.23626859e-4));
        return angular / (2 * stars.turned().seconds());
    }

    /** Eqs. 17 to 22. */
    @Override
    public void write(NeutronStars stars, double[] rows, int row) {
        MassScale turned = stars.turned();
        rows[row + TideRow.MERGER] = mergerHz(stars);
        rows[row + TideRow.LOVE_CONSTANT] = 1;
        rows[row + TideRow.FIRST_STRENGTH] = 39.0 / 16 * stars.coupling() / stars.eta() * turned.thirds(5);
        rows[row + TideRow.FIRST_N_2] = -12.615214237993088 * turned.thirds(2);
        rows[row + TideRow.FIRST_N_3] = 19.0537346970349 * turned.thirds(3);
        rows[row + TideRow.FIRST_N_4] = -21.166863146081035 * turned.thirds(4);
        rows[row + TideRow.FIRST_N_5] = 90.55082156324926 * turned.thirds(5);
        rows[row + TideRow.FIRST_N_6] = -60.25357801943598 * turned.thirds(6);
        rows[row + TideRow.FIRST_D_2] = -15.111207827736678 * turned.thirds(2);
        rows[row + TideRow.FIRST_D_3] = 22.195327350624694 * turned.thirds(3);
        rows[row + TideRow.FIRST_D_4] = 8.064109635305156 * turned.thirds(4);
    }
}
