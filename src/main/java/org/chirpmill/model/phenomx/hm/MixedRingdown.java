package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.phenomx.Fit;
import org.chirpmill.model.phenomx.XasRingdownAmplitude;
import org.hipparchus.complex.Complex;

/**
 * The (3, 2) mode in the ringdown: h = a_22 h_22 + a_32 s_32, where s_32 is its spheroidal part and h_22 the (2, 2)
 * mode's ringdown, arXiv:2001.10914, Sec. VI. All derivatives are analytic: modulus and phase of h change as the real
 * and the imaginary part of h'/h.
 */
final class MixedRingdown {
    private final Quadrupole quadrupole;
    private final AmplitudeCurve spheroidalAmplitude;
    private final RingdownPhase spheroidalPhase;
    private final Complex from22;
    private final Complex from32;
    /** Where the mixture was last asked for: its phase mostly begins where its amplitude does. */
    private double askedAt = Double.NaN;
    private Value asked;

    /**
     * h at one frequency, with its derivatives by x.
     *
     * @param modulus |h|
     * @param modulusSlope its derivative
     * @param phase arg h, rad, up to whole turns
     * @param phaseSlope its derivative
     * @param phaseCurvature its second derivative
     */
    record Value(double modulus, double modulusSlope, double phase, double phaseSlope, double phaseCurvature) {}

    MixedRingdown(Quadrupole quadrupole, ModeLandmarks landmarks, AmplitudeCurve spheroidalAmplitude) {
        this.quadrupole = quadrupole;
        this.spheroidalAmplitude = spheroidalAmplitude;
        spheroidalPhase = RingdownPhase.spheroidal(quadrupole, landmarks);
        from22 = coefficient(ModeFits.MIXING_FROM_22, quadrupole.remnant().spin());
        from32 = coefficient(ModeFits.MIXING_FROM_32, quadrupole.remnant().spin());
    }

    RingdownPhase spheroidalPhase() {
        return spheroidalPhase;
    }

    /** a_22. */
    Complex from22() {
        return from22;
    }

    /** a_32. */
    Complex from32() {
        return from32;
    }

    /** The mixture at x = Mf; what turns is h over the spheroidal phase, so that only differences of phases enter. */
    Value at(double x) {
        if (x != askedAt) {
            asked = evaluate(x);
            askedAt = x;
        }
        return asked;
    }

    private Value evaluate(double x) {
        double growth = growth22(x);
        double spheroidal = spheroidalPhase.at(x);
        double spheroidalSlope = spheroidalPhase.slope(x);
        double spheroidalCurvature = spheroidalPhase.curvature(x);
        double lag = quadrupole.phaseAt(x) - spheroidal;
        double lagSlope = quadrupole.phaseSlope(x) - spheroidalSlope;
        double lagCurvature = quadrupole.phaseCurvature(x) - spheroidalCurvature;
        double amplitude22 = amplitude22(x);
        double real22 = amplitude22 * StrictMath.cos(lag);
        double imaginary22 = amplitude22 * StrictMath.sin(lag);
        double real = from22.getReal() * real22 - from22.getImaginary() * imaginary22;
        double imaginary = from22.getReal() * imaginary22 + from22.getImaginary() * real22;
        // z22' / z22 = growth + i lagSlope, and z22'' / z22 is its square and its derivative.
        double squareReal = growth * growth - lagSlope * lagSlope + growthSlope22(x);
        double squareImaginary = 2 * growth * lagSlope + lagCurvature;

        double a32 = spheroidalAmplitude.at(x);
        double slope32 = spheroidalAmplitude.slope(x);
        double curvature32 = spheroidalAmplitude.curvature(x);
        double hReal = real + from32.getReal() * a32;
        double hImaginary = imaginary + from32.getImaginary() * a32;
        double slopeReal = real * growth - imaginary * lagSlope + from32.getReal() * slope32;
        double slopeImaginary = real * lagSlope + imaginary * growth + from32.getImaginary() * slope32;
        double curvatureReal = real * squareReal - imaginary * squareImaginary + from32.getReal() * curvature32;
        double curvatureImaginary = real * squareImaginary + imaginary * squareReal
            + from32.getImaginary() * curvature32;

        // h' / h = changeReal + i changeImaginary; of its derivative h'' / h - (h' / h)^2 the imaginary part.
        double square = hReal * hReal + hImaginary * hImaginary;
        double changeReal = (slopeReal * hReal + slopeImaginary * hImaginary) / square;
        double changeImaginary = (slopeImaginary * hReal - slopeReal * hImaginary) / square;
        double changeSlope = (curvatureImaginary * hReal - curvatureReal * hImaginary) / square
            - 2 * changeReal * changeImaginary;
        double modulus = Math.sqrt(square);
        return new Value(modulus, modulus * changeReal, StrictMath.atan2(hImaginary, hReal) + spheroidal,
            changeImaginary + spheroidalSlope, changeSlope + spheroidalCurvature);
    }

    private double amplitude22(double x) {
        return quadrupole.newtonian() * quadrupole.amplitude().at(x) / IntermediateAmplitude.sevenSixths(x);
    }

    /** d log A_22 / dx. */
    private double growth22(double x) {
        XasRingdownAmplitude ringdown = quadrupole.amplitude();
        double away = x - ringdown.ringdown();
        return -ringdown.slope() - 2 * away / (away * away + ringdown.width() * ringdown.width()) - 7 / (6 * x);
    }

    private double growthSlope22(double x) {
        double away = x - quadrupole.amplitude().ringdown();
        double width = quadrupole.amplitude().width();
        double square = away * away + width * width;
        return 2 * (away - width) * (away + width) / (square * square) + 7 / (6 * x * x);
    }

    /**
     * The overlap as the hybrids count phases, conjugated. LALSimulation keeps it in single precision, which is part of
     * the model as it is used.
     */
    private static Complex coefficient(Fit[] overlap, double finalSpin) {
        return new Complex(-(float) overlap[0].atFinalSpin(finalSpin), (float) overlap[1].atFinalSpin(finalSpin));
    }
}
