package org.chirpmill.model.phenomx.hm;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.chirpmill.model.phenomx.Fit;
import org.chirpmill.model.phenomx.FitTable;

/**
 * The amplitude fits of one mode in IMRPhenomXHM's first release, 122019. What each is, and from where, stands under
 * its name in {@code xhm-first-release-fits.txt}.
 *
 * @param inspiral at 1/2, 3/4 and 1 of the last inspiral frequency
 * @param intermediate at 1/3 and 2/3 of the intermediate range
 * @param extreme at 1/9 of it, for very unequal masses
 * @param extremeSlope its derivative there
 * @param height of the ringdown
 * @param slope of the ringdown's exponential
 * @param width of the ringdown, over the damping frequency
 */
record FirstFits(
    Fit[] inspiral, Fit[] intermediate, Fit extreme, Fit extremeSlope, Fit height, Fit slope, Fit width) {

    private static final FitTable TABLE = FitTable.read("hm/xhm-first-release-fits.txt");
    private static final FirstFits[] ALL = Arrays.stream(HigherMode.values()).map(FirstFits::read)
        .toArray(FirstFits[]::new);

    static FirstFits of(HigherMode mode) {
        return ALL[mode.ordinal()];
    }

    private static FirstFits read(HigherMode mode) {
        String digits = "_" + mode.digits();
        String ringdown = "RINGDOWN_AMPLITUDE" + digits;
        return new FirstFits(fits("INSPIRAL_AMPLITUDE" + digits, 3), fits("INTERMEDIATE_AMPLITUDE" + digits, 2),
            TABLE.fit("EXTREME_AMPLITUDE" + digits), TABLE.fit("EXTREME_AMPLITUDE" + digits + "_SLOPE"),
            TABLE.fit(ringdown + "_HEIGHT"), TABLE.fit(ringdown + "_SLOPE"), TABLE.fit(ringdown + "_WIDTH"));
    }

    private static Fit[] fits(String name, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> TABLE.fit(name + "_" + i)).toArray(Fit[]::new);
    }
}
