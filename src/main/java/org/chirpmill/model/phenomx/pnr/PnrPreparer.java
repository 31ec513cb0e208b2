package org.chirpmill.model.phenomx.pnr;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.SourceChecks;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.BinariesAhead;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.PhenomXAS;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.XasPhase;
import org.chirpmill.model.phenomx.hm.CoprecessingModes;
import org.chirpmill.model.phenomx.hm.CoprecessingRow;
import org.chirpmill.model.phenomx.hm.FirstReleaseModes;
import org.chirpmill.model.phenomx.hm.HigherMode;
import org.chirpmill.model.phenomx.hm.ModeRinging;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.TableRoom;
import org.chirpmill.model.phenomx.spintaylor.Inspiral;
import org.chirpmill.source.SourceParameters;

/** Prepares rows of IMRPhenomXO4a and IMRPhenomXPNR, laid out as {@link PnrRow} says. Work space of one thread. */
final class PnrPreparer implements Preparer {
    private final EvaluationFrame frame;
    private final ModelTraits traits;
    private final TunedVersion version;
    private final boolean hasQuadrupole;
    private final Set<HigherMode> higherModes;
    private final double lowestHz;
    private final double highestHz;
    private final TunedPrecession tuned = new TunedPrecession();
    private final UntunedPrecession untuned = new UntunedPrecession();
    private final BinariesAhead binaries;
    private final AntisymmetricPart antisymmetric;
    private final Map<SourceParameters, Beginning> expected = new IdentityHashMap<>();

    /** The lowest and the highest frequency at which a mode of the row has its angles, Hz. */
    private double lowestAngle;
    private double highestAngle;

    /** What precedes a row's coefficients: its binary, also without in-plane spins, and its orbit's plan. */
    private record Beginning(PrecessingBinary binary, AlignedBinary aligned, Remnant remnant, Landmarks landmarks,
        Optional<TunedPrecession.Plan> plan) {}

    PnrPreparer(EvaluationFrame frame, ModelTraits traits, TunedVersion version, boolean hasQuadrupole,
            Set<HigherMode> higherModes) {
        this.frame = frame;
        this.traits = traits;
        this.version = version;
        this.hasQuadrupole = hasQuadrupole;
        this.higherModes = higherModes;
        boolean isEmpty = frame.edges().isEmpty();
        lowestHz = isEmpty ? frame.grid().maximumFrequency() : frame.edges().getFirst().frequency();
        highestHz = isEmpty ? frame.grid().maximumFrequency() : frame.edges().getLast().frequency();
        binaries = new BinariesAhead(this::aligned);
        antisymmetric = new AntisymmetricPart(frame.grid());
    }

    @Override
    public void expect(List<SourceParameters> sources) {
        expected.clear();
        binaries.expect(sources);
        List<Inspiral> orbits = new ArrayList<>();
        if (version == TunedVersion.XPNR) {
            sources.forEach(source -> expect(source, orbits));
        }
        tuned.integrateAhead(orbits);
    }

    private void expect(SourceParameters source, List<Inspiral> orbits) {
        try {
            Beginning beginning = begin(source);
            expected.put(source, beginning);
            beginning.plan().flatMap(tuned::orbit).ifPresent(orbits::add);
        } catch (SourceRefusedException refused) {
            // It is refused again where it is prepared, and told then.
        }
    }

    @Override
    public void prepare(SourceParameters source, double[] rows, int offset) throws SourceRefusedException {
        Beginning known = expected.remove(source);
        Beginning beginning = known == null ? begin(source) : known;
        if (SingleSpin.isFor(beginning.binary())) {
            writeTuned(source, beginning, rows, offset);
        } else {
            writeUntuned(source, beginning, rows, offset);
        }
        CoprecessingModes.requirePhases(source, frame, higherModes, rows, offset);
        if (!hasQuadrupole) {
            rows[offset + CoprecessingRow.L2M2_SCALE] = 0;
        }
    }

    private Beginning begin(SourceParameters source) throws SourceRefusedException {
        SourceChecks.require(source, traits);
        PhenomXAS.requireCalibrated(source);
        PrecessingBinary binary = PrecessingBinary.of(source);
        AlignedBinary aligned = binaries.of(source);
        Remnant remnant = Remnant.of(aligned);
        Landmarks landmarks = Landmarks.of(aligned, remnant);
        boolean isIntegrated = version == TunedVersion.XPNR && SingleSpin.isFor(binary);
        return new Beginning(binary, aligned, remnant, landmarks, isIntegrated
            ? tuned.plan(source, binary, frame.referenceFrequency(), landmarks,
                range(landmarks, remnant, PhenomXAS.cutoff(aligned)))
            : Optional.empty());
    }

    /** On lists of frequencies LALSimulation takes two equal masses in the other order. */
    private AlignedBinary aligned(SourceParameters source) {
        boolean exchanged = !frame.grid().isUniform() && source.massOneSolar() == source.massTwoSolar();
        return AlignedBinary.of(exchanged ? source.withBodiesExchanged() : source);
    }

    private void writeTuned(SourceParameters source, Beginning beginning, double[] rows, int offset)
            throws SourceRefusedException {
        PrecessingBinary binary = beginning.binary();
        AlignedBinary aligned = beginning.aligned();
        Remnant remnant = beginning.remnant();
        Landmarks landmarks = beginning.landmarks();
        double massSeconds = binary.totalMassSolar() * SOLAR_MASS_SECONDS;
        if (version == TunedVersion.XPNR) {
            tuned.integrate(source, binary, frame.referenceFrequency(), beginning.plan());
        } else {
            tuned.take(source, binary, frame.referenceFrequency());
        }
        SingleSpin spin = tuned.spin();
        FirstReleaseModes.Merger merger = TunedMerger.of(landmarks, remnant, spin, version.finalAcross(binary),
            tuned.isIntegrated() ? TunedMerger.Extrapolation.SLOWED : TunedMerger.Extrapolation.CONSTANT);
        tuned.continueInto(merger.landmarks(), merger.remnant());
        XasPhase phase = writeModes(source, aligned, merger, rows, offset);
        AngleMap map = tuned.map(merger.landmarks().ringdown(), PhenomXAS.cutoff(aligned));
        writeMaps(source, aligned, map, merger, rows, offset);
        tuned.reach(lowestAngle, merger.landmarks(), merger.remnant());
        if (!tuned.write(lowestAngle, highestAngle, rows, offset + PnrRow.PRECESSION, offset + PnrRow.TABLE,
                PhenomPnr.ROOM)) {
            throw withoutTable();
        }
        antisymmetric.write(binary, spin.chiAntisymmetric(), spin.thetaAntisymmetric(), phase, massSeconds,
            tuned::alphaAt, tuned.alphaLead(), tuned.frame().polarization(), rows, offset);
    }

    /** LALSimulation integrates from where the mode of highest l and m may have its angles. */
    private TunedPrecession.Range range(Landmarks landmarks, Remnant remnant, double cutoff) {
        int highestM = higherModes.stream().mapToInt(HigherMode::m).reduce(hasQuadrupole ? 2 : 1, Math::max);
        int highestL = higherModes.stream().mapToInt(HigherMode::l).reduce(2, Math::max);
        ModeRinging ringing = new ModeRinging(remnant, 0);
        double ahead = 0;
        for (HigherMode mode : HigherMode.values()) {
            if (mode.l() == highestL && mode.m() == highestM) {
                ahead = ringing.ringdown(mode) - landmarks.ringdown();
            }
        }
        return new TunedPrecession.Range(frame.grid(), lowestHz, highestM, ahead, cutoff);
    }

    private void writeUntuned(SourceParameters source, Beginning beginning, double[] rows, int offset)
            throws SourceRefusedException {
        AlignedBinary aligned = beginning.aligned();
        Remnant remnant = beginning.remnant();
        Landmarks landmarks = beginning.landmarks();
        AngleMap map = new AngleMap(0, 0, true);
        writeMaps(source, aligned, map, FirstReleaseModes.Merger.of(landmarks, remnant), rows, offset);
        Precession precession = untuned.write(source, frame.referenceFrequency(), version.untunedAngles(),
            lowestAngle, highestAngle, rows, offset, PhenomPnr.ROOM);
        if (precession == null) {
            throw withoutTable();
        }
        Remnant precessing = version.untuned(precession, remnant);
        writeModes(source, aligned,
            FirstReleaseModes.Merger.of(landmarks.ringingAs(precessing), precessing), rows, offset);
        rows[offset + PnrRow.ANTISYMMETRIC + AntisymmetricRow.COUNT] = 0;
    }

    private XasPhase writeModes(SourceParameters source, AlignedBinary aligned, FirstReleaseModes.Merger merger,
            double[] rows, int offset) {
        return FirstReleaseModes.write(aligned, merger, frame.referenceFrequency(), source.luminosityDistanceMpc(),
            higherModes, PhenomXAS.lastFrequency(source, aligned, frame.grid()), rows, offset);
    }

    /** Writes the maps of all modes, and finds between which frequencies their angles lie. */
    private void writeMaps(SourceParameters source, AlignedBinary aligned, AngleMap map,
            FirstReleaseModes.Merger merger, double[] rows, int offset) throws SourceRefusedException {
        double massSeconds = aligned.totalSolar() * SOLAR_MASS_SECONDS;
        double end = Math.max(lowestHz,
            Math.min(highestHz, PhenomXAS.lastFrequency(source, aligned, frame.grid())));
        lowestAngle = lowestHz;
        highestAngle = end;
        for (HigherMode mode : HigherMode.values()) {
            int block = offset + PnrRow.map(mode);
            double ahead = merger.ringing().ringdown(mode) - merger.landmarks().ringdown();
            map.write(mode.m(), ahead, massSeconds, rows, block);
            if (higherModes.contains(mode)) {
                include(AngleMapKernel.frequency(rows, block, mode.m(), lowestHz));
                include(AngleMapKernel.frequency(rows, block, mode.m(), end));
                for (int join = AngleMapRow.JOIN_1; join <= AngleMapRow.JOIN_2; join++) {
                    double f = Math.clamp(rows[block + join], lowestHz, end);
                    include(AngleMapKernel.frequency(rows, block, mode.m(), f));
                    include(AngleMapKernel.frequency(rows, block, mode.m(), Math.nextUp(f)));
                }
            }
        }
    }

    private void include(double angle) {
        lowestAngle = Math.min(lowestAngle, angle);
        highestAngle = Math.max(highestAngle, angle);
    }

    private SourceRefusedException withoutTable() {
        return TableRoom.exceeded(lowestAngle, highestAngle, PhenomPnr.ROOM);
    }
}
