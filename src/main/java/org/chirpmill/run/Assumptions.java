package org.chirpmill.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.names.Enumeration;
import org.chirpmill.source.SourceConversion;

/**
 * What is taken for granted of a model's sources because parameters do not tell it.
 *
 * @param conversion from parameters to sources
 * @param model for which they are; what it does not use is not worth a word
 */
record Assumptions(SourceConversion conversion, WaveformModel model) {

    /** A sentence each. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        List<String> azimuths =
            model.traits().isPrecessing() ? conversion.absentAzimuths() : List.of();
        List<String> tides = model.traits().takesTides() ? conversion.absentTides() : List.of();
        List<String> zero = Stream.concat(azimuths.stream(), tides.stream()).toList();
        if (!zero.isEmpty()) {
            String neutronStars = tides.equals(List.of("lambda_2"))
                ? " (bilby's conversion of neutron stars would make lambda_2 of it, lambda_1 (m1/m2)^5)" : "";
            sentences.add(Enumeration.and(zero) + (zero.size() == 1 ? " is" : " are")
                + " absent and taken as 0, as dingo-gw takes " + (zero.size() == 1 ? "it" : "them") + neutronStars
                + ".");
        }
        List<String> combined = model.traits().takesTides() ? conversion.combinedTides() : List.of();
        if (!combined.isEmpty()) {
            sentences.add("lambda_1 and lambda_2 are worked out from " + Enumeration.and(combined)
                + " as bilby's conversion of neutron stars does it; dingo-gw 0.10.3 would take both as 0.");
        }
        List<String> idle = conversion.idleAzimuths();
        if (!idle.isEmpty()) {
            sentences.add(Enumeration.and(idle) + (idle.size() == 1 ? " changes" : " change")
                + " no waveform, since chi_1 and chi_2 leave no spin in the orbital plane.");
        }
        return sentences;
    }
}
