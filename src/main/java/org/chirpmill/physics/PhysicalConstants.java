package org.chirpmill.physics;

/**
 * The constants of LALSimulation, digit for digit, because a waveform's phase of 10<sup>4</sup> rad shows the
 * thirteenth digit of the solar mass. Values as of lalsuite 2026 ({@code LALConstants.h}), rounded to double.
 */
public final class PhysicalConstants {
    /** Speed of light in vacuum, m/s; exact by the definition of the metre (SI). */
    public static final double SPEED_OF_LIGHT = 299_792_458.0;

    /** Newton's constant of gravitation, m^3 kg^-1 s^-2; CODATA 2018. */
    public static final double NEWTON_CONSTANT = 6.67430e-11;

    /** Solar mass, kg: GM, 1.3271244e20 m^3 s^-2 (IAU 2015 Resolution B3), over Newton's constant. */
    public static final double SOLAR_MASS_KILOGRAMS = 1.988409870698050731911960804878414216e30;

    /** Geometrized solar mass GM/c^2, m; GM is 1.3271244e20 m^3 s^-2, IAU 2015 Resolution B3. */
    public static final double SOLAR_MASS_METRES = 1.476625038050124729627979840144936351e3;

    /** Geometrized solar mass GM/c^3, s; the same GM. */
    public static final double SOLAR_MASS_SECONDS = 4.925490947641266978197229498498379006e-6;

    /** Parsec, m; IAU 2015 Resolution B2. */
    public static final double PARSEC_METRES = 3.085677581491367278913937957796471611e16;

    /** Megaparsec, m. */
    public static final double MEGAPARSEC_METRES = 1e6 * PARSEC_METRES;

    /** Euler's constant, gamma. */
    public static final double EULER_GAMMA = 0.577215664901532860606512090082402431;

    private PhysicalConstants() {}
}
