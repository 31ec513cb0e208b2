package org.chirpmill.cli.hostile;

import static org.chirpmill.cli.hostile.DatasetLies.filled;
import static org.chirpmill.cli.hostile.ElementType.C16;
import static org.chirpmill.cli.hostile.ElementType.F8;
import static org.chirpmill.cli.hostile.ElementType.TEXT;
import static org.chirpmill.cli.hostile.Hdf5Author.Storage.CONTIGUOUS;
import static org.chirpmill.cli.hostile.Hdf5Author.Storage.chunks;
import static org.chirpmill.cli.hostile.Hdf5Author.Storage.external;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chirpmill.cli.hostile.Hdf5Author.Shape;
import org.chirpmill.cli.hostile.Hdf5Author.Storage;
import org.chirpmill.cli.hostile.Lie.Answer;
import org.chirpmill.cli.hostile.Lie.Answers;

/** What a basis, and what a file of reference waveforms, can claim. */
final class BasisLies {
    private static final int BINS = 33;
    private static final int SIZE = 6;
    private static final String V = "V";
    private static final String S = "s";
    private static final String MISMATCHES = "mismatches";
    private static final Shape BASIS = Shape.of(BINS, SIZE);
    private static final Shape VALUES = Shape.of(SIZE);

    private static final Answers REFUSED = Answers.of(Answer.REFUSED);

    private final List<Lie> lies = new ArrayList<>();

    private BasisLies() {}

    static List<Lie> all() {
        BasisLies all = new BasisLies();
        all.vectors();
        all.values();
        all.mismatches();
        all.references();
        return all.lies;
    }

    private void lie(String name, Lie.Teller told) {
        lies.add(new Lie(name, "basis.hdf5", told, REFUSED));
    }

    private void vectors() {
        lie("V is one number", f -> f.dataset(V, C16, Shape.SCALAR, CONTIGUOUS));
        lie("V is a list", f -> f.dataset(V, C16, Shape.of(BINS), CONTIGUOUS));
        lie("V is a cube", f -> f.dataset(V, C16, Shape.of(BINS, SIZE, 3), CONTIGUOUS));
        lie("V is nothing", f -> f.dataset(V, C16, Shape.NONE, CONTIGUOUS));
        lie("V has no vectors", f -> f.dataset(V, C16, Shape.of(BINS, 0), CONTIGUOUS));
        lie("V has no bins", f -> f.dataset(V, C16, Shape.of(0, SIZE), CONTIGUOUS));
        lie("V is not a number", f ->
            f.dataset(V, C16, BASIS, filled(2 * BINS * SIZE, Double.NaN)));
        lie("V is infinite", f ->
            f.dataset(V, C16, BASIS, filled(2 * BINS * SIZE, Double.POSITIVE_INFINITY)));
        lie("V is zero", f -> f.dataset(V, C16, BASIS, filled(2 * BINS * SIZE, 0)));
        lie("V has more vectors than bins", f -> f.dataset(V, C16, Shape.of(BINS, 500), CONTIGUOUS)
            .dataset(S, F8, Shape.of(500), filled(500, 1)));
        lie("V is real", f -> f.dataset(V, F8, BASIS, CONTIGUOUS));
        lie("V is of texts", f -> f.dataset(V, TEXT, BASIS, CONTIGUOUS));
        lie("V has 2^31 - 1 vectors", f -> v(f, BINS, Integer.MAX_VALUE));
        lie("V has 2^31 - 1 vectors of as many bins", f -> v(f, Integer.MAX_VALUE, Integer.MAX_VALUE));
        lie("V has 1e12 bins", f -> v(f, 1_000_000_000_000L, SIZE));
        lie("V has 2^63 numbers in four dimensions", f ->
            f.dataset(V, C16, Shape.of(BINS, SIZE, 1L << 30, 1L << 24), chunks(1, 1, 1, 16)));
        lie("V wraps around to no numbers", f ->
            f.dataset(V, C16, Shape.of(1L << 28, 1L << 28, 1L << 3), chunks(1, 1, 8)));
        lie("V lies in another file", f -> f.remove(V).externalLink(V, "projected.hdf5", "/svd/V"));
        lie("V's numbers lie in another file", f ->
            f.dataset(V, C16, BASIS, external("settings.yaml", 16L * BINS * SIZE)));
        lie("V is a group", f -> f.remove(V).group(V));
        lie("V leads to itself", f -> f.remove(V).softLink(V, "/V"));
        lie("V lies in a pipe", f -> f.remove(V).externalLink(V, "pipe", "/V"));
        lie("V is a link to the basis of another", f ->
            f.externalLink("svd", "projected.hdf5", "/svd"));
    }

    private static void v(Hdf5Author file, long bins, long size) throws IOException {
        file.dataset(V, C16, Shape.of(bins, size), chunks(1, Math.min(size, 1024)));
    }

    private void values() {
        lie("s is one number", f -> f.dataset(S, F8, Shape.SCALAR, CONTIGUOUS));
        lie("s is nothing", f -> f.dataset(S, F8, Shape.NONE, CONTIGUOUS));
        lie("s is short", f -> f.dataset(S, F8, Shape.of(3), filled(3, 1)));
        lie("s is long", f -> f.dataset(S, F8, Shape.of(1_000_000_000_000L), chunks(1024)));
        lie("s is a matrix", f -> f.dataset(S, F8, Shape.of(SIZE, 5), CONTIGUOUS));
        lie("s is of texts", f -> f.dataset(S, ElementType.text(1), VALUES, new byte[SIZE]));
        lie("s is negative", f -> f.dataset(S, F8, VALUES, filled(SIZE, -1)));
        // Bases of dingo-gw may lack them, and only pictures need them.
        Answers unseen = Answers.of(Answer.AS_INTACT).but(Answer.REFUSED, "plot spectrum");
        lies.add(new Lie("s is not a number", "basis.hdf5", f ->
            f.dataset(S, F8, VALUES, filled(SIZE, Double.NaN)), unseen));
        lies.add(new Lie("there is no s", "basis.hdf5", f -> f.remove(S), unseen));
    }

    private void mismatches() {
        mismatches("one number", Shape.SCALAR, F8, CONTIGUOUS);
        mismatches("texts", Shape.of(1), ElementType.text(3), CONTIGUOUS);
        mismatches("no table", Shape.of(7), F8, CONTIGUOUS);
        mismatches("nothing", Shape.NONE, F8, CONTIGUOUS);
        mismatches("1e12", Shape.of(1_000_000_000_000L), ElementType.complex(F8), chunks(1024));
        lie("its mismatches lie in another file", f ->
            f.remove(MISMATCHES).externalLink(MISMATCHES, "projected.hdf5", "/svd/mismatches"));
    }

    private void mismatches(String name, Shape shape, ElementType type, Storage storage) {
        lie("its mismatches are " + name, f -> f.dataset(MISMATCHES, type, shape, storage));
    }

    private void references() {
        reference("f_ref is 5,000 numbers", f ->
            f.attribute("/", "f_ref", F8, Shape.of(5000), filled(5000, 20)));
        reference("f_ref is a text", f -> f.text("/", "f_ref", "20"));
        reference("f_ref is not a number", f -> f.attribute("/", "f_ref", F8, Shape.SCALAR, filled(1, Double.NaN)));
        reference("f_ref is nothing", f -> f.attribute("/", "f_ref", F8, Shape.NONE, new byte[0]));
        reference("f_ref is zero", f -> f.attribute("/", "f_ref", F8, Shape.SCALAR, filled(1, 0)));
        reference("its approximant is 3,000 texts", f ->
            f.textAttribute("/", "approximant", Shape.of(3000), Collections.nCopies(3000, "IMRPhenomD")));
        reference("its frequencies are 1e12", f ->
            f.dataset("frequencies", F8, Shape.of(1_000_000_000_000L), chunks(1024)));
        reference("its frequencies fall", f -> f.dataset("frequencies", F8, Shape.of(12), filled(12, 20)));
        reference("its frequencies are not numbers", f ->
            f.dataset("frequencies", F8, Shape.of(12), filled(12, Double.NaN)));
        reference("its frequencies are nothing", f -> f.dataset("frequencies", F8, Shape.NONE, CONTIGUOUS));
        for (String group : List.of("production", "edge")) {
            reference(group + "'s h_plus is a cube", f ->
                f.dataset(group + "/h_plus", C16, Shape.of(3, 12, 2), CONTIGUOUS));
            reference(group + "'s h_plus is real", f -> f.dataset(group + "/h_plus", F8, Shape.of(3, 12), CONTIGUOUS));
            reference(group + "'s h_plus is short", f ->
                f.dataset(group + "/h_plus", C16, Shape.of(3, 11), CONTIGUOUS));
            reference(group + "'s table is 1e12 rows", f -> f.dataset(group + "/parameters",
                ElementType.complex(F8), Shape.of(1_000_000_000_000L), chunks(1024)));
            reference(group + "'s table is a list", f -> f.dataset(group + "/parameters", F8, Shape.of(3), CONTIGUOUS));
            reference(group + " lies in another file", f ->
                f.remove(group).externalLink(group, "reference_samples.h5", "/" + group));
            reference(group + "'s noise is a text", f ->
                f.texts(group + "/lal_noise_peak", Shape.SCALAR, List.of("x")));
            reference(group + "'s noise is short", f ->
                f.dataset(group + "/lal_noise_peak", F8, Shape.of(1), filled(1, 1)));
        }
        domain("f_min=nan f_max=1e309 delta_f=0");
        domain("f_min=20 f_max=1e12 delta_f=1e-6");
        domain("f_min=20 f_max=10 delta_f=0.125");
        domain("f_min=20 f_max=64 delta_f=1e-300");
    }

    private void reference(String name, Lie.Teller told) {
        lies.add(new Lie(name, "reference_samples.h5", told, REFUSED));
    }

    private void domain(String numbers) {
        lies.add(new Lie("its domain is " + numbers, "reference_uniform.h5", f ->
            f.text("/", "domain", "UniformFrequencyDomain " + numbers), REFUSED));
    }
}
