package org.chirpmill.model.phenomx.phm;

import java.util.List;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.BinariesAhead;
import org.chirpmill.source.SourceParameters;

/** Prepares rows with MSA or NNLO angles. */
record AnalyticPreparer(TwistedModel model, EvaluationFrame frame, BinariesAhead binaries) implements Preparer {
    @Override
    public void expect(List<SourceParameters> sources) {
        binaries.expect(sources);
    }

    @Override
    public void prepare(SourceParameters source, double[] rows, int offset) throws SourceRefusedException {
        model.write(source, frame, model.aligned(source, binaries), null, rows, offset);
    }
}
