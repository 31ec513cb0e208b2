package org.chirpmill.model.phenomnsbh;

import org.chirpmill.model.KerrOrbit;

/**
 * Where the black hole's tide tears the star: arXiv:1509.00512, Sec. II.
 *
 * @param frequency M f of the gravitational waves there, M the binary's mass; infinite where the orbit has no size
 * @param torusMass baryonic mass that stays outside the black hole, over the star's; 0 where there is none
 */
record TidalDisruption(double frequency, double torusMass) {
    static TidalDisruption of(MixedBinary binary) {
        double spin = binary.chiHole();
        double ratio = binary.massRatio();
        double compactness = binary.compactness();
        double radius = massSheddingRadius(ratio, spin, compactness);
        double room = 1 - 2 * compactness;
        double frequency = Math.abs(KerrOrbit.frequency(radius * room, spin) * (1 + 1 / ratio));
        // arXiv:1207.6304, Eq. 9; mu = q C turns radii over the black hole's mass into radii over the star's.
        double torus = ratio * compactness * (0.296 * radius * room - 0.171 * KerrOrbit.innermostRadius(spin));
        return new TidalDisruption(frequency, Math.max(torus, 0));
    }

    /**
     * The radius, over the black hole's mass, at which the star begins to shed mass: arXiv:1509.00512, Eq. 8. With
     * xi = mu w^2, w^2 the radius, it reads q^2 C^3 / 3 w^7 (w^3 - 3w + 2a) = w^4 - 2 w^2 + a^2. Beyond the photon
     * orbit the right side over the left falls from infinity to zero, so that the root there is the largest of all, and
     * the one that is meant; halving intervals finds it to the last place, on every machine the same.
     */
    static double massSheddingRadius(double ratio, double spin, double compactness) {
        double strength = ratio * ratio * compactness * compactness * compactness / 3;
        double below = KerrOrbit.rootOfPhotonRadius(spin);
        double above = 2 * below;
        while (pullOverTide(above, strength, spin) < 0) {
            below = above;
            above *= 2;
        }
        double middle = 0.5 * (below + above);
        while (below < middle && middle < above) {
            if (pullOverTide(middle, strength, spin) < 0) {
                below = middle;
            } else {
                above = middle;
            }
            middle = 0.5 * (below + above);
        }
        return above * above;
    }

    private static double pullOverTide(double w, double strength, double spin) {
        double w2 = w * w;
        double w6 = w2 * w2 * w2;
        return strength * w6 * w * (w * (w2 - 3) + 2 * spin) - (w2 * (w2 - 2) + spin * spin);
    }
}
