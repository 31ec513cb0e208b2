package org.chirpmill.model.phenomx.phm;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.BinariesAhead;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.spintaylor.Inspiral;
import org.chirpmill.model.phenomx.spintaylor.SpinTaylorPrecession;
import org.chirpmill.source.SourceParameters;

/** Prepares rows with SpinTaylor angles, whose orbits it integrates side by side where it is told of them before. */
final class SpinTaylorPreparer implements Preparer {
    private final TwistedModel model;
    private final EvaluationFrame frame;
    private final BinariesAhead binaries;
    private final SpinTaylorPrecession precession;
    private final Map<SourceParameters, TwistedModel.Aligned> expected = new IdentityHashMap<>();

    SpinTaylorPreparer(TwistedModel model, EvaluationFrame frame, BinariesAhead binaries,
            SpinTaylorPrecession precession) {
        this.model = model;
        this.frame = frame;
        this.binaries = binaries;
        this.precession = precession;
    }

    @Override
    public void expect(List<SourceParameters> sources) {
        expected.clear();
        binaries.expect(sources);
        List<Inspiral> inspirals = new ArrayList<>();
        sources.forEach(source -> expect(source, inspirals));
        precession.integrateAhead(inspirals);
    }

    private void expect(SourceParameters source, List<Inspiral> inspirals) {
        try {
            TwistedModel.Aligned aligned = model.aligned(source, binaries);
            expected.put(source, aligned);
            precession.inspiral(source, PrecessingBinary.of(source), aligned.landmarks()).ifPresent(inspirals::add);
        } catch (SourceRefusedException refused) {
            // It is refused again where it is prepared, and told then.
        }
    }

    @Override
    public void prepare(SourceParameters source, double[] rows, int offset) throws SourceRefusedException {
        TwistedModel.Aligned known = expected.remove(source);
        model.write(source, frame, known == null ? model.aligned(source, binaries) : known, precession, rows, offset);
    }
}
