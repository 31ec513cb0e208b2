package org.chirpmill.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.names.Enumeration;
import org.chirpmill.parameters.TideForm;
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
        if (model.traits().takesTides() && !conversion.combinedTides().isEmpty()) {
            sentences.add(workedOut(conversion.combinedTides()));
        }
        List<String> idle = conversion.idleAzimuths();
        if (!idle.isEmpty()) {
            sentences.add(Enumeration.and(idle) + (idle.size() == 1 ? " changes" : " change")
                + " no waveform, since chi_1 and chi_2 leave no spin in the orbital plane.");
        }
        return sentences;
    }

    /** What bilby makes of parameters of tides that dingo-gw does not know, or does not make of them. */
    private static String workedOut(List<String> given) {
        List<String> found = TideForm.COMPONENTS.keys().stream().filter(name -> !given.contains(name)).toList();
        boolean areBoth = found.size() > 1;
        return Enumeration.and(found) + (areBoth ? " are" : " is") + " worked out from " + Enumeration.and(given)
            + (areBoth ? " as bilby's conversion of neutron stars does it" : ", of which bilby has no conversion")
            + "; dingo-gw 0.10.3 would take " + (areBoth ? "both" : "it") + " as 0.";
    }
}
