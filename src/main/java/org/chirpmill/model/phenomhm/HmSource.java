package org.chirpmill.model.phenomhm;

import static org.chirpmill.physics.PhysicalConstants.MEGAPARSEC_METRES;
import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_METRES;
import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.MassScale;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.SphericalHarmonic;
import org.chirpmill.model.phenomd.AlignedBinary;
import org.chirpmill.model.phenomd.FinalState;
import org.chirpmill.model.phenomd.PhenomDAmplitude;
import org.chirpmill.model.phenomd.PhenomDPhase;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.source.SourceParameters;

/** What all modes of a binary share, and the coefficients of each. */
final class HmSource {
    private static final MassScale UNIT_MASS = new MassScale(1);

    private final SourceParameters source;
    private final AlignedBinary binary;
    private final FinalState remnant;
    private final PhenomDAmplitude amplitude;
    private final PhenomDPhase phase;
    private final double massSeconds;
    /** The slope of IMRPhenomD's phase by M f at its amplitude's peak, which is thereby put at t = 0. */
    private final double time;
    /** M f_ref. */
    private final double reference;
    /** The orbital phase at f_ref and half IMRPhenomD's phase there: m times this is a mode's constant, rad. */
    private final double orbitalPhase;

    HmSource(SourceParameters source, double referenceHz) throws SourceRefusedException {
        this.source = source;
        binary = AlignedBinary.of(source);
        remnant = FinalState.of(binary);
        amplitude = new PhenomDAmplitude(binary, remnant);
        phase = new PhenomDPhase(binary, remnant);
        massSeconds = binary.totalMass() * SOLAR_MASS_SECONDS;
        time = phase.mergerSlope(amplitude.peak());
        reference = massSeconds * referenceHz;
        orbitalPhase = source.phase() + 0.5 * phase.at(reference);
    }

    /** Strain per Hz of a unit of amplitude: arXiv:1508.07253, Eq. 17. */
    double scale() {
        return Math.sqrt(2.0 / 3 * binary.eta() / CubeRoot.of(Math.PI)) * binary.totalMass() * SOLAR_MASS_METRES
            * massSeconds / (source.luminosityDistanceMpc() * MEGAPARSEC_METRES);
    }

    /** What h_22 = A exp(-i phase) has at f_ref beside the phase there, rad. */
    double constant22() {
        return 2 * orbitalPhase - time * reference;
    }

    /** The phase of h_22 = A exp(-i phase), rad. */
    double phase22(double frequencyHz) {
        double x = massSeconds * frequencyHz;
        return phase.at(x) - time * x - constant22();
    }

    /** Whether the binary has the mode. */
    boolean has(HmMode mode) {
        return !PostNewtonianAmplitude.of(mode, binary).vanishes();
    }

    /** Writes a mode's coefficients, up to an end in Hz. */
    void write(HmMode mode, double end, double[] rows, int block) {
        KerrRinging ringing22 = KerrRinging.of(HmMode.L2M2, remnant.spin());
        KerrRinging ringing = KerrRinging.of(mode, remnant.spin());
        double ringdown22 = ringing22.frequency() / remnant.mass();
        double ringdown = ringing.frequency() / remnant.mass();
        FrequencyMap forAmplitude = FrequencyMap.ofAmplitude(mode, PhenomDAmplitude.JOIN_1, ringdown22, ringdown);
        FrequencyMap forPhase = FrequencyMap.ofPhase(mode, PhenomDPhase.JOIN_1, ringdown22, ringdown);

        int ofD = block + HmRow.PHENOM_D;
        amplitude.write(rows, ofD, UNIT_MASS);
        PhenomDPhase ofMode =
            phase.ringingAs(ringdown22 / ringdown, ringing.damping() / ringing22.damping());
        ofMode.write(rows, ofD, UNIT_MASS, time, 0);
        rows[ofD + PhenomDRow.CUTOFF] = end;
        writeView(mode, rows, ofD);

        forAmplitude.write(rows, block + HmModeRow.AMPLITUDE_INSPIRAL_END, HmModeKernel.AMPLITUDE_LINE, massSeconds);
        forPhase.write(rows, block + HmModeRow.PHASE_INSPIRAL_END, HmModeKernel.PHASE_LINE, massSeconds);
        writeConstants(mode, forPhase, ofMode, rows, block);
        writeScales(mode, rows, block);
        PostNewtonianAmplitude.of(mode, binary).write(rows, block);
    }

    /** The phase over IMRPhenomD's slope is continued from line to line: arXiv:1708.00404. */
    private void writeConstants(HmMode mode, FrequencyMap map, PhenomDPhase ofMode, double[] rows, int block) {
        double first = map.inspiral().slope();
        double second = map.intermediate().slope();
        double third = map.ringdown().slope();
        double set = mode.m() * orbitalPhase - mode.shift() - time * reference;
        double atEnd = ofMode.at(map.inspiral().at(map.inspiralEnd())) * (1 / first - 1 / second);
        double atStart = ofMode.at(map.ringdown().at(map.ringdownStart())) * (1 / second - 1 / third);
        rows[block + HmModeRow.PHASE_INSPIRAL_FACTOR] = 1 / first;
        rows[block + HmModeRow.PHASE_INSPIRAL_CONSTANT] = set;
        rows[block + HmModeRow.PHASE_INTERMEDIATE_FACTOR] = 1 / second;
        rows[block + HmModeRow.PHASE_INTERMEDIATE_CONSTANT] =
            set - atEnd - time * map.intermediate().intercept() / second;
        rows[block + HmModeRow.PHASE_RINGDOWN_FACTOR] = 1 / third;
        rows[block + HmModeRow.PHASE_RINGDOWN_CONSTANT] = set - atEnd - atStart;
    }

    private void writeScales(HmMode mode, double[] rows, int block) {
        double slope = rows[block + HmModeRow.AMPLITUDE_INSPIRAL_SLOPE];
        MassScale scale = new MassScale(slope);
        rows[block + HmModeRow.CUBE_ROOT] = scale.thirds(1);
        rows[block + HmModeRow.NEWTONIAN] = scale.minusSevenSixths();
        rows[block + HmModeRow.LEADING] = scale.thirds(-5);
        rows[block + HmModeRow.LOGARITHM] = scale.logarithm();
        rows[block + HmModeRow.RATIO] = CubeRoot.of(2.0 / mode.m());
    }

    /** h_plus - i h_cross is the sum of h_lm Y_lm, where h_(l,-m) mirrors h_lm. */
    private void writeView(HmMode mode, double[] rows, int ofD) {
        double scale = scale();
        double cosHalf = StrictMath.cos(0.5 * source.iota());
        double sinHalf = StrictMath.sin(0.5 * source.iota());
        double positive = SphericalHarmonic.atZeroAzimuth(mode.l(), mode.m(), cosHalf, sinHalf);
        double negative = SphericalHarmonic.atZeroAzimuth(mode.l(), -mode.m(), cosHalf, sinHalf);
        double mirrored = mode.l() % 2 == 0 ? negative : -negative;
        rows[ofD + PhenomDRow.PLUS_AMPLITUDE] = scale * 0.5 * (positive + mirrored);
        rows[ofD + PhenomDRow.CROSS_AMPLITUDE] = scale * 0.5 * (positive - mirrored);
    }
}
