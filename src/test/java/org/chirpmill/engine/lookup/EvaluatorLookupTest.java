package org.chirpmill.engine.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomd.PhenomD;
import org.chirpmill.model.phenomx.PhenomXAS;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.Test;

class EvaluatorLookupTest {
    @Test
    void aNamedBackendIsTakenOrItsObstacleIsToldButNeverAnotherTaken() {
        for (EvaluatorProvider provider : EvaluatorLookup.all()) {
            Optional<String> obstacle = provider.obstacle();
            if (obstacle.isEmpty()) {
                assertEquals(provider.name(), EvaluatorLookup.forced(provider.name()).name());
            } else {
                assertEquals(obstacle.get(), assertThrows(UnsupportedOperationException.class,
                    () -> EvaluatorLookup.forced(provider.name()), provider.name()).getMessage());
            }
        }
    }

    @Test
    void aBackendThatNobodyKnowsIsRefusedWithTheNamesOfTheOthers() {
        String message = assertThrows(UnsupportedOperationException.class,
            () -> EvaluatorLookup.forced("abacus")).getMessage();
        assertEquals("there is no backend 'abacus': choose among cuda, tornado, vector, scalar or auto", message);
    }

    @Test
    void theFirstThatRunsWithoutDrawbackIsTakenAndEachBetterOneIsExplained() {
        List<String> log = new ArrayList<>();
        EvaluatorProvider chosen = EvaluatorLookup.automatic(log::add);
        List<String> expected = new ArrayList<>();
        for (EvaluatorProvider provider : EvaluatorLookup.all()) {
            Optional<String> reason = provider.obstacle().or(provider::drawback);
            if (reason.isEmpty()) {
                assertEquals(provider.name(), chosen.name());
                break;
            }
            expected.add(reason.get());
        }
        assertEquals(expected, log);
    }

    @Test
    void aModelThatTheBestBackendCannotEvaluateGoesToTheNextWhereTheChoiceIsOurs() {
        List<String> log = new ArrayList<>();
        EvaluatorProvider picky = new Picky(EvaluatorLookup.forced("scalar"), "IMRPhenomXAS");
        EvaluatorProvider chosen =
            EvaluatorLookup.automatic(List.of(picky, EvaluatorLookup.forced("vector")), log::add);
        assertEquals("picky", chosen.suited(new PhenomXAS()).name());
        assertEquals(List.of(), log);
        assertEquals("vector", chosen.suited(new PhenomD()).name());
        assertEquals(List.of("picky takes IMRPhenomXAS only"), log);
        assertEquals("picky takes IMRPhenomXAS only", assertThrows(UnsupportedOperationException.class,
            () -> picky.suited(new PhenomD())).getMessage());
    }

    /** A backend that evaluates one model only. */
    private record Picky(EvaluatorProvider original, String approximant) implements EvaluatorProvider {
        @Override
        public String name() {
            return "picky";
        }

        @Override
        public String description() {
            return original.description();
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.empty();
        }

        @Override
        public Optional<String> obstacle(WaveformModel model) {
            return model.approximant().equals(approximant) ? Optional.empty()
                : Optional.of("picky takes " + approximant + " only");
        }

        @Override
        public Accuracy kept(WaveformModel model, Precision precision, Accuracy asked) {
            return original.kept(model, precision, asked);
        }

        @Override
        public Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy) {
            return original.open(model, grid, precision, accuracy);
        }
    }

    @Test
    void withoutTornadoVmItsBackendSaysWhatToSet() {
        EvaluatorProvider tornado = EvaluatorLookup.all().stream()
            .filter(provider -> provider.name().equals("tornado")).findFirst().orElseThrow();
        if (ModuleLayer.boot().findModule("tornado.runtime").isEmpty()) {
            String obstacle = tornado.obstacle().orElseThrow();
            assertTrue(obstacle.contains("set TORNADOVM_HOME"), obstacle);
        }
    }

    @Test
    void aMissingBackendHasAnObstacleAndOpensNothing() {
        EvaluatorProvider missing = new MissingProvider("abacus", "beads");
        String obstacle = missing.obstacle().orElseThrow();
        assertTrue(obstacle.contains("abacus") && obstacle.contains("use the scalar backend"), obstacle);
        FrequencyGrid grid = FrequencyGrid.ofSamples(new double[] {20});
        assertEquals(obstacle, assertThrows(UnsupportedOperationException.class,
            () -> missing.open(new PhenomD(), grid, Precision.SINGLE, Accuracy.EXACT)).getMessage());
        assertEquals(obstacle, assertThrows(UnsupportedOperationException.class,
            () -> missing.kept(new PhenomD(), Precision.SINGLE, Accuracy.EXACT)).getMessage());
    }
}
