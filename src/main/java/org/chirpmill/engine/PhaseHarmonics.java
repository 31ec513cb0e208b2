package org.chirpmill.engine;

import java.util.SortedMap;
import java.util.TreeMap;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.source.SourceParameters;

/**
 * A waveform taken apart by how its parts turn with the orbital phase: the part of m transforms exactly as
 * exp(-i m phase) while masses and Cartesian spins stay, as dingo-gw's {@code generate_hplus_hcross_m} defines it, and
 * the parts add up to the waveform. The phase enters through spherical harmonics of degree 4 at most, so a waveform is
 * a finite Fourier series in it, and as many waveforms at equally spaced phases as it has terms give all terms.
 */
public final class PhaseHarmonics {
    /** The largest |m| of any model here. */
    public static final int HIGHEST_M = 4;

    private static final int TERMS = 2 * HIGHEST_M + 1;

    private PhaseHarmonics() {}

    /** The parts by m, from -{@value #HIGHEST_M} to {@value #HIGHEST_M}; those that a model lacks hold rounding. */
    public static SortedMap<Integer, Polarizations> of(WaveformEvaluator evaluator, SourceParameters source)
            throws SourceRefusedException {
        SortedMap<Integer, Polarizations> parts = new TreeMap<>();
        for (int k = 0; k < TERMS; k++) {
            double turn = 2 * Math.PI * k / TERMS;
            Polarizations turned = evaluator.polarizations(source.withPhase(source.phase() + turn));
            for (int m = -HIGHEST_M; m <= HIGHEST_M; m++) {
                int numbers = turned.plus().length;
                Polarizations part = parts.computeIfAbsent(
                    m, unseen -> new Polarizations(new double[numbers], new double[numbers]));
                double cosine = StrictMath.cos(m * turn) / TERMS;
                double sine = StrictMath.sin(m * turn) / TERMS;
                addTurned(turned.plus(), cosine, sine, part.plus());
                addTurned(turned.cross(), cosine, sine, part.cross());
            }
        }
        return parts;
    }

    private static void addTurned(double[] from, double cosine, double sine, double[] to) {
        for (int i = 0; i < from.length; i += 2) {
            to[i] += from[i] * cosine - from[i + 1] * sine;
            to[i + 1] += from[i] * sine + from[i + 1] * cosine;
        }
    }
}
