// The twist of one co-precessing mode into both polarizations, arXiv:2004.06503, Eqs. 3.5 to 3.7, E18 and E19, and the
// rotation by twice zeta of Eq. C28: see org.chirpmill.model.phenomx.precession.ModeTwist and, for this arrangement of
// it, TwistLanes.
#pragma once

#include "euler_angles.h"
#include "output.h"
#include "phenomx_terms.h"
#include "rows.h"

// h_plus = (plusReal + i plusImaginary) exp(i phase) and likewise h_cross, strain per Hz and rad. The four amplitudes
// change slowly with frequency: at small beta, no faster than the mode's own and beta.
template <class Real>
struct TwistedMode {
    double phase;
    Real plusReal, plusImaginary, crossReal, crossImaginary;
};

// The branch of a SmoothMode that beta makes: it is held at 0 or pi where its cosine would leave [-1, 1], and its half
// sine or cosine goes like a square root from there.
CHIRPMILL_FUNCTION int branchOf(const EulerAngles& angles) {
    return (angles.cosHalf == 0 ? 1 : 0) + (angles.sinHalf == 0 ? 2 : 0);
}

// Two polynomials in w = s exp(-i alpha): v makes h_(l,-m') and u makes h_(l,m').
template <class Real>
struct TwistSums {
    Real vReal, vImaginary, uReal, uImaginary;

    // Both times w, plus a real number.
    CHIRPMILL_FUNCTION void step(Real wReal, Real wImaginary, Real v, Real u) {
        Real real = vReal * wReal - vImaginary * wImaginary + v;
        vImaginary = vReal * wImaginary + vImaginary * wReal;
        vReal = real;
        real = uReal * wReal - uImaginary * wImaginary + u;
        uImaginary = uReal * wImaginary + uImaginary * wReal;
        uReal = real;
    }
};

// Sums over m of d^l_(m,-+m') exp(i m alpha) times the harmonics, without the factor exp(i m' alpha). With c, s the
// cosine and sine of beta / 2, d_(m,l) is a term of the binomial series of (c exp(i alpha) + s); with m' = l - 1 the
// terms are those of its derivative by beta.
template <int L, int M, class Real>
CHIRPMILL_FUNCTION TwistSums<Real> twistSums(const double* row, Real c, Real s, Real sineAlpha, Real cosineAlpha) {
    static_assert(M == L || M == L - 1);
    constexpr int ORDER = 2 * L;
    constexpr int DEGREE = L + M;
    const double* harmonics = row + PrecessionRow::HARMONIC_2 + (L - 2) * (L + 2);
    // 1 / sqrt(2 l), by which the derivative of d_(m,l) becomes d_(m,l-1).
    constexpr Real LOWERING = Real(L == 2 ? 0.5 : L == 3 ? 0.40824829046386301637 : 0.35355339059327376220);
    Real wReal = s * cosineAlpha;
    Real wImaginary = -s * sineAlpha;
    TwistSums<Real> sums{0, 0, 0, 0};
    Real power = 1;
    CHIRPMILL_UNROLLED
    for (int j = DEGREE; j >= 0; j--) {
        Real sign = (L + j) % 2 == 0 ? Real(1) : Real(-1);
        Real v = static_cast<Real>(harmonics[DEGREE - j]);
        Real u = sign * static_cast<Real>(harmonics[ORDER - DEGREE + j]);
        Real weight = power;
        if (M < L) {
            weight = LOWERING * (j == DEGREE ? Real(1 + DEGREE) * c
                                             : power * (Real(1 + j) * (c * c) - Real(DEGREE - j) * (s * s)));
        }
        sums.step(wReal, wImaginary, weight * v, weight * u);
        if (M == L || j < DEGREE) {
            power *= c;
        }
    }
    if (M < L) {
        // The derivative's term of m = l in the direction of exp(i alpha), beyond the polynomial.
        Real over = Real(ORDER) * LOWERING * s * power;
        Real v = -over * static_cast<Real>(harmonics[ORDER]);
        Real u = (L % 2 == 0 ? over : -over) * static_cast<Real>(harmonics[0]);
        sums.vReal += v * cosineAlpha;
        sums.vImaginary += v * sineAlpha;
        sums.uReal += u * cosineAlpha;
        sums.uImaginary += u * sineAlpha;
    }
    return sums;
}

// Twists the mode (l, m'), m' = l or l - 1; its angles' alpha comes with its sine and cosine.
template <int L, int M, class Real>
CHIRPMILL_FUNCTION TwistedMode<Real> twisted(const double* row, const PhasedMode& mode, const EulerAngles& angles,
        Real sineAlpha, Real cosineAlpha) {
    TwistSums<Real> sums = twistSums<L, M, Real>(
        row, static_cast<Real>(angles.cosHalf), static_cast<Real>(angles.sinHalf), sineAlpha, cosineAlpha);
    Real real = static_cast<Real>(mode.real);
    Real imaginary = static_cast<Real>(mode.imaginary);
    Real turnReal = static_cast<Real>(row[PrecessionRow::POLARIZATION_COS]);
    Real turnImaginary = static_cast<Real>(row[PrecessionRow::POLARIZATION_SIN]);
    // a = h u turn, b = h v / turn: h_plus = a + b, h_cross = i (a - b).
    Real aFactorReal = real * turnReal - imaginary * turnImaginary;
    Real aFactorImaginary = real * turnImaginary + imaginary * turnReal;
    Real bFactorReal = real * turnReal + imaginary * turnImaginary;
    Real bFactorImaginary = imaginary * turnReal - real * turnImaginary;
    Real aReal = aFactorReal * sums.uReal - aFactorImaginary * sums.uImaginary;
    Real aImaginary = aFactorReal * sums.uImaginary + aFactorImaginary * sums.uReal;
    Real bReal = bFactorReal * sums.vReal - bFactorImaginary * sums.vImaginary;
    Real bImaginary = bFactorReal * sums.vImaginary + bFactorImaginary * sums.vReal;
    return {mode.phase + M * (angles.alpha - angles.epsilon),
        aReal + bReal, aImaginary + bImaginary, bImaginary - aImaginary, aReal - bReal};
}
