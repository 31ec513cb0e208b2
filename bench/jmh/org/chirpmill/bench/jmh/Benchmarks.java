package org.chirpmill.bench.jmh;

import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.Bodies;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks with JMH's own options, over every backend that this machine has and all models. */
public final class Benchmarks {
    private static final String BACKEND = "backend";
    private static final String APPROXIMANT = "approximant";

    private Benchmarks() {}

    /** Takes JMH's command line. */
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        CommandLineOptions words = new CommandLineOptions(arguments);
        ChainedOptionsBuilder options = new OptionsBuilder().parent(words);
        if (!words.getParameter(BACKEND).hasValue()) {
            options.param(BACKEND, EvaluatorLookup.all().stream()
                .filter(provider -> provider.obstacle().isEmpty())
                .map(EvaluatorProvider::name)
                .toArray(String[]::new));
        }
        if (!words.getParameter(APPROXIMANT).hasValue()) {
            options.param(APPROXIMANT, ModelCatalogue.all().stream()
                .filter(model -> model.traits().bodies() == Bodies.BLACK_HOLES)
                .map(WaveformModel::approximant)
                .toArray(String[]::new));
        }
        Runner runner = new Runner(options.build());
        if (words.shouldList()) {
            runner.list();
        } else {
            runner.run();
        }
    }
}
