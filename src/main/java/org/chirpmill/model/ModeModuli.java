package org.chirpmill.model;

import java.util.Map;
import org.chirpmill.source.SourceParameters;

/** What a model of several modes can show of each by itself, whoever looks at them from wherever. */
public interface ModeModuli {
    /**
     * The moduli |h_lm|, 1/Hz, one number a bin, by the mode's name, such as "(2, 2)", in the frame that follows the
     * orbital plane: zero where a mode is unselected, vanishes or has ended.
     *
     * @throws SourceRefusedException where the model is not defined for this source
     */
    Map<String, double[]> moduli(SourceParameters source, EvaluationFrame frame) throws SourceRefusedException;
}
