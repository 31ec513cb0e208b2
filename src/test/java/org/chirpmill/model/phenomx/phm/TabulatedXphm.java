package org.chirpmill.model.phenomx.phm;

import java.util.Optional;
import java.util.Random;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.RowLayout;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.phenomx.precession.AngleFunction;
import org.chirpmill.model.phenomx.precession.AngleTable;
import org.chirpmill.model.phenomx.precession.AngleTableRow;
import org.chirpmill.model.phenomx.precession.PrecessionRow;
import org.chirpmill.model.phenomx.precession.TwoTones;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomXPHM whose rows have tables of angles, those of {@link TwoTones} with a bend; every other row's epsilon is
 * taken elsewhere, and every eighth row has no table.
 * The angles follow from the source's distance and masses, and know nothing of its spins.
 */
public final class TabulatedXphm implements WaveformModel {
    private static final int ROOM = AngleTableRow.USUAL_ROOM;
    private static final int TABLE = XphmRow.PRECESSION + PrecessionRow.TABLE + 1;
    private static final double TOLERANCE = 1e-10;
    private static final double BEND = 0.4;
    /** By log v. */
    private static final double EPSILON_STEP = 1e-3;

    private final PhenomXPHM model = new PhenomXPHM();
    private final RowLayout layout =
        XphmRow.layout().followedBy(TABLE, "TABLE_", AngleTableRow.layout(ROOM));

    @Override
    public ModelTraits traits() {
        return model.traits();
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    @Override
    public Preparer open(EvaluationFrame frame) {
        Preparer preparer = model.open(frame);
        AngleTable writer = new AngleTable();
        return (source, rows, offset) -> {
            preparer.prepare(source, rows, offset);
            write(writer, source, frame, rows, offset);
        };
    }

    private static void write(
            AngleTable writer, SourceParameters source, EvaluationFrame frame, double[] rows, int offset) {
        long seed = Double.hashCode(source.massOneSolar() + source.iota());
        if (seed % 8 == 0) {
            return;
        }
        int precession = offset + XphmRow.PRECESSION;
        TwoTones angles = TwoTones.draw(new Random(seed), BEND);
        double first = rows[precession + PrecessionRow.LOG_VELOCITY_4]
            + Math.log(frame.grid().frequencies()[frame.grid().firstBin()]) / 3;
        double last = rows[precession + PrecessionRow.LOG_VELOCITY_1]
            + Math.log(frame.grid().frequencies()[frame.grid().bins() - 1]) / 3;
        double[] joins = {angles.join()};
        AngleFunction function = seed % 2 == 0 ? angles : angles.withEpsilonFrom(EPSILON_STEP);
        if (!writer.write(function, first, last, joins, 1, TOLERANCE, rows, offset + TABLE, ROOM)) {
            throw new IllegalStateException("no table of " + angles);
        }
        rows[precession + PrecessionRow.TABLE] = TABLE - XphmRow.PRECESSION;
    }

    @Override
    public BinKernel kernel() {
        return model.kernel();
    }

    @Override
    public ModeSum modeSum() {
        return model.modeSum();
    }

    @Override
    public Optional<String> deviceKernel() {
        return Optional.of("xphm_table");
    }
}
