package org.chirpmill.model.phenomx.precession;

import org.chirpmill.source.SourceParameters;

/** A source prepared at f_ref = 20 Hz, with the steps in between. */
record PreparedRow(Precession precession, double[] row, SpinGeometry spins, double velocity) {
    static final double REFERENCE_FREQUENCY = 20;

    static PreparedRow of(SourceParameters source, Precession.Angles wanted) {
        double[] row = new double[Precession.ROW_SIZE];
        Precession precession = Precession.prepare(source, REFERENCE_FREQUENCY, wanted, row, 0);
        return new PreparedRow(precession, row, SpinGeometry.of(precession.binary()),
            row[PrecessionRow.VELOCITY_2] * Math.cbrt(REFERENCE_FREQUENCY));
    }

    static PreparedRow of(SourceParameters source) {
        return of(source, Precession.Angles.TWO_SPIN);
    }

    SpinNutation nutation() {
        return SpinNutation.of(precession.binary(), spins, velocity);
    }

    SpinCouplings drift() {
        return SpinCouplings.of(precession.binary(), spins);
    }

    SecularRates rates() {
        return SecularRates.of(precession.binary(), spins, nutation(), drift());
    }

    NutationPhase phase() {
        return NutationPhase.of(precession.binary(), spins, nutation(), drift(), velocity);
    }

    double[] anglesAt(double frequency, int mPrime) {
        double[] angles = new double[EulerAngles.SIZE];
        EulerAngles.at(row, 0, Math.cbrt(frequency), Math.log(frequency), mPrime, angles, 0);
        return angles;
    }

    /** The wave frame's polarizations of one mode, four numbers. */
    double[] twisted(double frequency, int l, int mPrime, double real, double imaginary) {
        double[] out = new double[4];
        ModeTwist.add(row, 0, l, mPrime, real, imaginary, anglesAt(frequency, mPrime), 0, out, 0);
        return out;
    }
}
