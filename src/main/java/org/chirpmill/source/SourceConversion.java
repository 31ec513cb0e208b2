package org.chirpmill.source;

import static org.chirpmill.parameters.Inclination.COS_THETA_JN;
import static org.chirpmill.parameters.Inclination.THETA_JN;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.chirpmill.names.Enumeration;
import org.chirpmill.parameters.BodySpin;
import org.chirpmill.parameters.Inclination;
import org.chirpmill.parameters.SpinAzimuth;
import org.chirpmill.parameters.TidalDeformabilities;
import org.chirpmill.parameters.TideForm;
import org.chirpmill.physics.ComponentMasses;
import org.chirpmill.physics.Cosmology;

/**
 * The way from rows of named parameters, as bilby's priors draw them, to sources as waveform models see them. It is
 * found once, from the names alone; after that a conversion only reads numbers. Instances may be shared by threads.
 *
 * <p>A row must give, in this or another column order:
 * <ul>
 * <li>masses (solar masses): two of mass_1, mass_2, total_mass, chirp_mass, mass_ratio (m2 / m1) and
 *     symmetric_mass_ratio, at least one of them a mass; a mass whose name ends in {@code _source} is multiplied by
 *     1 + redshift;
 * <li>distance: luminosity_distance (Mpc), redshift or comoving_distance (Mpc); with source-frame masses
 *     luminosity_distance and redshift may both be there, the latter for the masses;
 * <li>inclination: theta_jn (rad) or cos_theta_jn;
 * <li>phase (rad): phase, or delta_phase with psi;
 * <li>each body's spin: a_i with tilt_i (rad) or cos_tilt_i, or chi_i, alone or with a_i or chi_i_in_plane; then phi_12
 *     and phi_jl (rad), 0 where absent;
 * <li>tidal deformabilities, 0 where absent: lambda_1 and lambda_2, lambda_tilde with or without delta_lambda_tilde, or
 *     lambda_symmetric with lambda_antisymmetric.
 * </ul>
 * Other columns, such as ra, dec or geocent_time, do not matter to a source, and are finite numbers too. The
 * conventions are those of bilby 2.8 and dingo-gw 0.10.
 */
public final class SourceConversion {
    static final String SPIN_CONVERSION_PHASE = "spin_conversion_phase";

    private final List<String> names;
    private final double referenceFrequency;
    private final MassRoute masses;
    private final DistanceRoute distance;
    private final Column thetaJn;
    private final Inclination inclinationForm;
    private final PhaseRoute phase;
    private final Column spinConversionPhase;
    private final SpinRoute spinOne;
    private final SpinRoute spinTwo;
    private final Column phi12;
    private final Column phiJl;
    private final TideRoute tides;
    private final List<String> ignored;

    /**
     * Finds the way from the given columns.
     *
     * @param names names of a row's columns, in their order
     * @param referenceFrequency f_ref, Hz, at which spins and phase are given; above zero
     * @param spinConversionPhase the angle (rad) that takes the place of the phase where spins are turned into the
     *     source frame, or empty for the phase itself; a column of that name does the same row by row
     * @param cosmology asked once, and only where distance or masses depend on a redshift
     * @throws UnusableParametersException where the columns do not determine a source, or do so more than once
     */
    public SourceConversion(
        List<String> names,
        double referenceFrequency,
        OptionalDouble spinConversionPhase,
        Supplier<Cosmology> cosmology) {

        if (!(referenceFrequency > 0) || referenceFrequency == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the reference frequency must be above 0 Hz: " + referenceFrequency);
        }
        this.names = List.copyOf(names);
        this.referenceFrequency = referenceFrequency;
        Columns columns = new Columns(names);
        this.masses = MassRoute.of(columns);
        this.distance = DistanceRoute.of(columns, masses.needsRedshift(), cosmology);
        this.inclinationForm = inclination(columns);
        this.thetaJn = columns.column(inclinationForm.key());
        this.phase = PhaseRoute.of(columns);
        this.spinConversionPhase = spinConversionPhase(columns, spinConversionPhase);
        this.spinOne = SpinRoute.of(columns, 1);
        this.spinTwo = SpinRoute.of(columns, 2);
        this.phi12 = columns.columnOr(SpinAzimuth.PHI_12.key(), 0);
        this.phiJl = columns.columnOr(SpinAzimuth.PHI_JL.key(), 0);
        this.tides = TideRoute.of(columns);
        this.ignored = columns.unused();
    }

    private static Inclination inclination(Columns columns) {
        List<String> given = columns.present(Inclination.keys());
        if (given.isEmpty()) {
            throw new UnusableParametersException(
                "The inclination is not given: add " + Enumeration.or(Inclination.keys()) + ".");
        }
        if (given.size() == 2) {
            throw new UnusableParametersException(
                "The inclination is given more than once: keep one of " + Enumeration.and(given) + ".");
        }
        return columns.has(COS_THETA_JN.key()) ? COS_THETA_JN : THETA_JN;
    }

    private static Column spinConversionPhase(Columns columns, OptionalDouble setting) {
        if (columns.has(SPIN_CONVERSION_PHASE) && setting.isPresent()) {
            throw new UnusableParametersException(
                SPIN_CONVERSION_PHASE + " is given both as a parameter and as a setting: keep one of them.");
        }
        if (setting.isPresent()) {
            return Column.constant(SPIN_CONVERSION_PHASE, setting.getAsDouble());
        }
        return columns.has(SPIN_CONVERSION_PHASE) ? columns.column(SPIN_CONVERSION_PHASE) : null;
    }

    /** Names of the columns that do not matter to a source, in their order. */
    public List<String> ignoredColumns() {
        return ignored;
    }

    /** Of the azimuths of spins in the orbital plane those that matter and are absent, and so taken as 0. */
    public List<String> absentAzimuths() {
        List<String> matter = !hasSpinsInPlane() ? List.of()
            : spinOne.isAligned() || spinTwo.isAligned() ? List.of(SpinAzimuth.PHI_JL.key()) : SpinAzimuth.keys();
        return matter.stream().filter(name -> !names.contains(name)).toList();
    }

    /** Of the azimuths those that are given, and mean nothing, because no spin can leave the orbital axis. */
    public List<String> idleAzimuths() {
        return hasSpinsInPlane() ? List.of() : SpinAzimuth.keys().stream().filter(names::contains).toList();
    }

    private boolean hasSpinsInPlane() {
        return !spinOne.isAligned() || !spinTwo.isAligned();
    }

    /** Of the tidal deformabilities of the bodies themselves those that are absent, and so taken as 0. */
    public List<String> absentTides() {
        return tides.form() != TideForm.COMPONENTS ? List.of()
            : TideForm.COMPONENTS.keys().stream().filter(name -> !names.contains(name)).toList();
    }

    /** The parameters from which the tidal deformabilities of the bodies are worked out; empty where they are given. */
    public List<String> combinedTides() {
        return tides.form() == TideForm.COMPONENTS ? List.of() : tides.form().keys();
    }

    /**
     * The source in one row.
     *
     * @param values numbers, the row's columns side by side
     * @param offset where the row starts in {@code values}
     * @throws UnphysicalSourceException where the values belong to no binary; the message is the reason
     */
    public SourceParameters convert(double[] values, int offset) throws UnphysicalSourceException {
        requireFinite(values, offset);
        double redshift = distance.redshift(values, offset);
        double distanceMpc = distance.luminosityDistanceMpc(values, offset, redshift);
        ComponentMasses m = masses.masses(values, offset, redshift);
        double inclination = inclinationForm.angle(inclinationForm == COS_THETA_JN
            ? thetaJn.in(values, offset, -1, 1)
            : thetaJn.in(values, offset));
        double orbitalPhase = phase.phase(values, offset, inclination);
        BodySpin one = spinOne.spin(values, offset);
        BodySpin two = spinTwo.spin(values, offset);
        TidalDeformabilities lambda = tides.deformabilities(values, offset, m);

        if (one.inPlane() == 0 && two.inPlane() == 0) {
            return new SourceParameters(m.one(), m.two(), 0, 0, one.aligned(), 0, 0, two.aligned(),
                inclination, orbitalPhase, distanceMpc, lambda.one(), lambda.two());
        }
        PlanarVector inPlaneOne = new PlanarVector(one.inPlane(), 0);
        PlanarVector inPlaneTwo = PlanarVector.atAzimuth(two.inPlane(), phi12.in(values, offset));
        double turnPhase = spinConversionPhase == null ? orbitalPhase : spinConversionPhase.in(values, offset);
        OrbitalFrame frame = OrbitalFrame.of(m, one, inPlaneOne, two, inPlaneTwo, inclination,
            phiJl.in(values, offset), turnPhase, referenceFrequency);
        PlanarVector acrossOne = inPlaneOne.turnedBy(frame.turn());
        PlanarVector acrossTwo = inPlaneTwo.turnedBy(frame.turn());
        return new SourceParameters(m.one(), m.two(), acrossOne.x(), acrossOne.y(), one.aligned(),
            acrossTwo.x(), acrossTwo.y(), two.aligned(),
            frame.iota(), orbitalPhase, distanceMpc, lambda.one(), lambda.two());
    }

    /** All columns, those too that do not matter to a source: they are stored beside it. */
    private void requireFinite(double[] values, int offset) throws UnphysicalSourceException {
        for (int column = 0; column < names.size(); column++) {
            Column.requireFinite(names.get(column), values[offset + column]);
        }
    }
}
