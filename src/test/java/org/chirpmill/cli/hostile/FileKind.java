package org.chirpmill.cli.hostile;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What kinds of files of others are read, and by which commands: all that read them. {@code FILE} is the file,
 * {@code HERE} its folder, where {@code settings.yaml} and the like lie beside it; {@code KIN} an intact file of its
 * kind, {@code OUT} what the command may write.
 */
enum FileKind {
    DATASET("suspect.hdf5", """
        inspect           : inspect FILE -n 100
        compare           : compare FILE KIN
        compare with      : compare KIN FILE
        verify            : verify FILE --samples 3
        waveform          : waveform HERE/settings.yaml --from FILE --row 1 -o OUT.csv
        plot corner       : plot corner FILE -o OUT.svg
        plot strain       : plot strain --dataset FILE --row 1 -o OUT.svg
        plot waveform     : plot waveform --dataset FILE --row 1 -o OUT.svg
        plot modes        : plot modes --dataset FILE --row 1 -o OUT.svg
        plot spectrum     : plot spectrum FILE -o OUT.svg
        svd validate      : svd validate FILE HERE/settings.yaml --num-validation 2 --threads 1
        svd write         : svd validate FILE HERE/settings.yaml --num-validation 2 --threads 1 --write
        svd export        : svd export FILE -o OUT.hdf5
        generate by basis : generate HERE/based.yaml -n 3 --threads 1 -o OUT.hdf5
        resume            : generate HERE/settings.yaml -o FILE --resume
        """),
    BASIS("suspect.hdf5", """
        inspect           : inspect FILE
        plot spectrum     : plot spectrum FILE -o OUT.svg
        svd validate      : svd validate FILE HERE/settings.yaml --num-validation 2 --threads 1
        svd write         : svd validate FILE HERE/settings.yaml --num-validation 2 --threads 1 --write
        svd export        : svd export FILE -o OUT.hdf5
        svd cut           : svd export FILE --size 2 -o OUT.hdf5
        plan with basis   : generate HERE/based.yaml -n 3 -o OUT.hdf5 --dry-run
        generate by basis : generate HERE/based.yaml -n 3 --threads 1 -o OUT.hdf5
        benchmark         : benchmark HERE/based.yaml -n 4 --warmup 0 --repeats 1 -p 1
        """),
    REFERENCE("suspect.h5", """
        verify reference  : verify --reference FILE
        verify in single  : verify --reference FILE --precision single --json
        inspect           : inspect FILE
        """),
    SETTINGS("suspect.yaml", """
        plan              : generate FILE -n 3 -o OUT.hdf5 --dry-run
        generate          : generate FILE -n 3 --threads 1 -o OUT.hdf5
        waveform          : waveform FILE -o OUT.csv
        plot waveform     : plot waveform FILE -o OUT.svg
        plot strain       : plot strain FILE -o OUT.svg
        plot grid         : plot grid FILE -o OUT.svg
        domain suggest    : domain suggest FILE --samples 2
        svd train         : svd train FILE --size 2 --num-training 4 --threads 1 -o OUT.hdf5
        svd validate      : svd validate HERE/basis.hdf5 FILE --num-validation 2 --threads 1
        benchmark         : benchmark FILE -n 4 --warmup 0 --repeats 1 -p 1
        """),
    NOISE("suspect.txt", """
        generate          : generate HERE/noisy.yaml -n 3 --threads 1 -o OUT.hdf5
        domain suggest    : domain suggest HERE/settings.yaml --asd FILE --samples 2
        """),
    SCALING("suspect.json", """
        plot scaling      : plot scaling FILE -o OUT.svg
        """);

    private final String fileName;
    private final List<ReadingCommand> commands;

    FileKind(String fileName, String table) {
        this.fileName = fileName;
        this.commands = table.lines().map(line -> line.split(":", 2))
            .map(columns -> new ReadingCommand(columns[0].strip(), columns[1].strip())).toList();
    }

    /** What such a file is called in the commands' settings. */
    String fileName() {
        return fileName;
    }

    List<ReadingCommand> commands() {
        return commands;
    }

    /**
     * A command that reads a file.
     *
     * @param name for tables
     * @param words with places to be filled
     */
    record ReadingCommand(String name, String words) {
        List<String> of(Path file, Path kin) {
            Path folder = file.getParent();
            return Arrays.stream(words.split(" ")).map(word -> word.replace("FILE", file.toString())
                .replace("HERE", folder.toString()).replace("KIN", kin.toString())
                .replace("OUT", folder.resolve("out").resolve("written").toString())).toList();
        }

        /** Whether it may change the file itself. */
        boolean writesIntoFile() {
            return words.contains("--write");
        }

        /** Whether it takes its time, to measure how long a run would be. */
        boolean measures() {
            return words.contains("--dry-run");
        }

        /** Whether it may say that something differs. */
        boolean judges() {
            return words.startsWith("compare") || words.startsWith("verify");
        }
    }
}
