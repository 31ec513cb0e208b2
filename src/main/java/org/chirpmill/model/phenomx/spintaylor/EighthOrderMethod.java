package org.chirpmill.model.phenomx.spintaylor;

/**
 * The explicit Runge-Kutta method of order 8 of Dormand and Prince, with estimates of its error by orders 5 and 3 and
 * an interpolant of order 7: E. Hairer, S. P. Norsett, G. Wanner, Solving Ordinary Differential Equations I, second
 * edition, Secs. II.5 and II.6 (DOP853). Twelve stages make a step; the rates at its end are the thirteenth and the
 * first of the next step; three more serve the interpolant. States are {@link OrbitEquations#SIZE} numbers, a step's
 * rates lie one stage behind another.
 */
final class EighthOrderMethod {
    /** Stages that a step takes, the one at its end left out. */
    static final int STAGES = 12;
    /** All stages: with the one at the end and those that only the interpolant takes. */
    static final int ALL_STAGES = 16;
    /** Coefficients of the interpolant, each of them a state. */
    static final int INTERPOLANT = 7;
    /** Numbers of a state. */
    private static final int N = OrbitEquations.SIZE;

    /** Where in a step, from 0 to 1, its stages lie. */
    private static final double[] NODES = {
        0, 0.05260015195876773, 0.0789002279381516, 0.1183503419072274, 0.2816496580927726, 1.0 / 3, 0.25, 4.0 / 13,
        127.0 / 195, 0.6, 6.0 / 7, 1, 1, 0.1, 0.2, 7.0 / 9
    };

    private EighthOrderMethod() {}

    static double node(int stage) {
        return NODES[stage];
    }

    /**
     * The state at a stage.
     *
     * @param stage from 1; 12 is the end of the step
     * @param h length of the step
     * @param y the state at its start
     * @param k rates of the stages before
     * @param to receives the state
     */
    static void state(int stage, double h, double[] y, double[] k, double[] to) {
        switch (stage) {
            case 1 -> stage1(h, y, k, to);
            case 2 -> stage2(h, y, k, to);
            case 3 -> stage3(h, y, k, to);
            case 4 -> stage4(h, y, k, to);
            case 5 -> stage5(h, y, k, to);
            case 6 -> stage6(h, y, k, to);
            case 7 -> stage7(h, y, k, to);
            case 8 -> stage8(h, y, k, to);
            case 9 -> stage9(h, y, k, to);
            case 10 -> stage10(h, y, k, to);
            case 11 -> stage11(h, y, k, to);
            case 12 -> stage12(h, y, k, to);
            case 13 -> stage13(h, y, k, to);
            case 14 -> stage14(h, y, k, to);
            case 15 -> stage15(h, y, k, to);
            default -> throw new IllegalArgumentException("no stage " + stage);
        }
    }

    private static void stage1(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, 0.05260015195876773 * k[i], y[i]);
        }
    }

    private static void stage2(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(0.0591751709536137, k[N + i], 0.0197250569845379 * k[i]), y[i]);
        }
    }

    private static void stage3(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(0.08876275643042054, k[2 * N + i], 0.02958758547680685 * k[i]), y[i]);
        }
    }

    private static void stage4(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(0.924834003261792, k[3 * N + i], Math.fma(-0.8845494793282861, k[2 * N + i],
                0.2413651341592667 * k[i])), y[i]);
        }
    }

    private static void stage5(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(0.12546768756682242, k[4 * N + i], Math.fma(0.17082860872947386,
                k[3 * N + i], 0.037037037037037035 * k[i])), y[i]);
        }
    }

    private static void stage6(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(-0.017578125, k[5 * N + i], Math.fma(0.06021653898045596, k[4 * N + i],
                Math.fma(0.17025221101954405, k[3 * N + i], 0.037109375 * k[i]))), y[i]);
        }
    }

    private static void stage7(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(0.008273789163814023, k[6 * N + i], Math.fma(-0.015319437748624402,
                k[5 * N + i], Math.fma(0.10726203044637328, k[4 * N + i], Math.fma(0.17038392571223998, k[3 * N + i],
                0.03709200011850479 * k[i])))), y[i]);
        }
    }

    private static void stage8(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(-43.48988418106996, k[7 * N + i], Math.fma(20.154067550477894, k[6 * N + i],
                Math.fma(27.59209969944671, k[5 * N + i], Math.fma(-0.868219346841726, k[4 * N + i],
                Math.fma(-3.3608926294469414, k[3 * N + i], 0.6241109587160757 * k[i]))))), y[i]);
        }
    }

    private static void stage9(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(-0.020331201708508627, k[8 * N + i], Math.fma(-33.28821096898486,
                k[7 * N + i], Math.fma(15.279233632882423, k[6 * N + i], Math.fma(21.230051448181193, k[5 * N + i],
                Math.fma(-0.590290826836843, k[4 * N + i], Math.fma(-2.4881146199716677, k[3 * N + i],
                0.47766253643826434 * k[i])))))), y[i]);
        }
    }

    private static void stage10(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(-3.0467644718982196, k[9 * N + i], Math.fma(2.4936055526796523, k[8 * N + i],
                Math.fma(22.739487099350505, k[7 * N + i], Math.fma(-18.52006565999696, k[6 * N + i],
                Math.fma(-8.149787010746927, k[5 * N + i], Math.fma(1.0914373489967295, k[4 * N + i],
                Math.fma(5.186372428844064, k[3 * N + i], -0.9371424300859873 * k[i]))))))), y[i]);
        }
    }

    private static void stage11(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(0.6433927460157636, k[10 * N + i], Math.fma(12.360567175794303, k[9 * N + i],
                Math.fma(-8.87285693353063, k[8 * N + i], Math.fma(-2.8589982771350235, k[7 * N + i],
                Math.fma(27.94888452941996, k[6 * N + i], Math.fma(-17.9589318631188, k[5 * N + i],
                Math.fma(-2.0008720582248625, k[4 * N + i], Math.fma(-10.53449546673725, k[3 * N + i],
                2.273310147516538 * k[i])))))))), y[i]);
        }
    }

    private static void stage12(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(0.04471061572777259, k[11 * N + i], Math.fma(0.20136540080403034,
                k[10 * N + i], Math.fma(-0.1521609496625161, k[9 * N + i], Math.fma(0.3111643669578199, k[8 * N + i],
                Math.fma(-5.801203960010585, k[7 * N + i], Math.fma(1.8915178993145003, k[6 * N + i],
                Math.fma(4.450312892752409, k[5 * N + i], 0.054293734116568765 * k[i]))))))), y[i]);
        }
    }

    private static void stage13(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(-0.008298, k[12 * N + i], Math.fma(0.007567897660545699, k[11 * N + i],
                Math.fma(0.00820105229563469, k[10 * N + i], Math.fma(0.15329179827876568, k[9 * N + i],
                Math.fma(-0.12419142326381637, k[8 * N + i], Math.fma(-0.2462390374708025, k[7 * N + i],
                Math.fma(0.25350021021662483, k[6 * N + i], 0.056167502283047954 * k[i]))))))), y[i]);
        }
    }

    private static void stage14(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(0.1413124436746325, k[13 * N + i], Math.fma(-0.00034046500868740456,
                k[12 * N + i], Math.fma(0.0003825710908356584, k[11 * N + i], Math.fma(-0.00010834732869724932,
                k[10 * N + i], Math.fma(-0.05492374857139099, k[7 * N + i], Math.fma(0.053541988307438566,
                k[6 * N + i], Math.fma(0.028300909672366776, k[5 * N + i], 0.03183464816350214 * k[i]))))))), y[i]);
        }
    }

    private static void stage15(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(-9.15095847217987, k[14 * N + i], Math.fma(2.9475147891527724, k[13 * N + i],
                Math.fma(-0.0013990241651590145, k[12 * N + i], Math.fma(0.3567271874552811, k[8 * N + i],
                Math.fma(4.06898981839711, k[7 * N + i], Math.fma(7.683421196062599, k[6 * N + i],
                Math.fma(-4.697621415361164, k[5 * N + i], -0.42889630158379194 * k[i]))))))), y[i]);
        }
    }

    /**
     * The step's error by the fifth-order formula, corrected by the third-order one, over the tolerance: the root of
     * the sum of squares.
     *
     * @param h length of the step
     * @param k its rates
     * @param weights of the squared errors of a state's components, 0 where one does not count
     * @param spare work space of two states
     */
    static double error(double h, double[] k, double[] weights, double[] spare) {
        estimates(k, spare);
        double fifth = 0;
        double third = 0;
        for (int i = 0; i < N; i++) {
            fifth += weights[i] * spare[i] * spare[i];
            third += weights[i] * spare[N + i] * spare[N + i];
        }
        double sum = fifth + 0.01 * third;
        return sum > 0 ? Math.abs(h) * fifth / Math.sqrt(sum) : 0;
    }

    /** Errors over the length of the step: a state by the fifth-order formula, then one by the third-order one. */
    static void estimates(double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(-0.022355307863886294, k[11 * N + i], Math.fma(0.08192320648511571, k[10 * N + i],
                Math.fma(0.3341791187130175, k[9 * N + i], Math.fma(-0.35032884874997366, k[8 * N + i],
                Math.fma(1.6643771824549864, k[7 * N + i], Math.fma(-0.4957589496572502, k[6 * N + i],
                Math.fma(-1.2251564463762044, k[5 * N + i], 0.01312004499419488 * k[i])))))));
        }
        for (int i = 0; i < N; i++) {
            to[N + i] = Math.fma(0.02265179219836082, k[11 * N + i], Math.fma(0.20136540080403034, k[10 * N + i],
                Math.fma(-0.1521609496625161, k[9 * N + i], Math.fma(-0.4226823213237919, k[8 * N + i],
                Math.fma(-5.801203960010585, k[7 * N + i], Math.fma(1.8915178993145003, k[6 * N + i],
                Math.fma(4.450312892752409, k[5 * N + i], -0.18980075407240762 * k[i])))))));
        }
    }

    /**
     * The interpolant's coefficients.
     *
     * @param h length of the step
     * @param y the state at its start
     * @param end the state at its end
     * @param k rates of all stages
     * @param to receives {@link #INTERPOLANT} states
     * @param at where the first of them begins
     */
    static void interpolant(double h, double[] y, double[] end, double[] k, double[] to, int at) {
        for (int i = 0; i < N; i++) {
            to[at + i] = end[i] - y[i];
            to[at + N + i] = h * k[i] - (end[i] - y[i]);
            to[at + 2 * N + i] = 2 * (end[i] - y[i]) - h * (k[12 * N + i] + k[i]);
        }
        coefficient3(h, k, to, at + 3 * N);
        coefficient4(h, k, to, at + 4 * N);
        coefficient5(h, k, to, at + 5 * N);
        coefficient6(h, k, to, at + 6 * N);
    }

    private static void coefficient3(double h, double[] k, double[] to, int at) {
        for (int i = 0; i < N; i++) {
            to[at + i] = h * Math.fma(-4.436036387594894, k[15 * N + i], Math.fma(-9.194632392478356, k[14 * N + i],
                Math.fma(18.148505520854727, k[13 * N + i], Math.fma(-0.08899033645133331, k[12 * N + i],
                Math.fma(0.6315787787694688, k[11 * N + i], Math.fma(2.2404374302607883, k[10 * N + i],
                Math.fma(-0.871391583777973, k[9 * N + i], Math.fma(2.117034582445028, k[8 * N + i],
                Math.fma(2.38466765651207, k[7 * N + i], Math.fma(-3.0689499459498917, k[6 * N + i],
                Math.fma(0.5667149535193777, k[5 * N + i], -8.428938276109013 * k[i])))))))))));
        }
    }

    private static void coefficient4(double h, double[] k, double[] to, int at) {
        for (int i = 0; i < N; i++) {
            to[at + i] = h * Math.fma(35.81684148639408, k[15 * N + i], Math.fma(-9.35292435884448, k[14 * N + i],
                Math.fma(-31.139403219565178, k[13 * N + i], Math.fma(15.697238121770845, k[12 * N + i],
                Math.fma(-9.332130526430229, k[11 * N + i], Math.fma(-30.674084731089398, k[10 * N + i],
                Math.fma(7.733432668472264, k[9 * N + i], Math.fma(-22.113666853125306, k[8 * N + i],
                Math.fma(-374.5467547226902, k[7 * N + i], Math.fma(165.20045171727028, k[6 * N + i],
                Math.fma(242.28349177525817, k[5 * N + i], 10.427508642579134 * k[i])))))))))));
        }
    }

    private static void coefficient5(double h, double[] k, double[] to, int at) {
        for (int i = 0; i < N; i++) {
            to[at + i] = h * Math.fma(11.99229113618279, k[15 * N + i], Math.fma(84.32040550667716, k[14 * N + i],
                Math.fma(-60.19669523126412, k[13 * N + i], Math.fma(-2.778205752353508, k[12 * N + i],
                Math.fma(0.7777137798053443, k[11 * N + i], Math.fma(-1.0006050966910838, k[10 * N + i],
                Math.fma(6.8812326946963, k[9 * N + i], Math.fma(-11.57390253995963, k[8 * N + i],
                Math.fma(527.8081592054236, k[7 * N + i], Math.fma(-189.17813819516758, k[6 * N + i],
                Math.fma(-387.0373087493518, k[5 * N + i], 19.985053242002433 * k[i])))))))))));
        }
    }

    private static void coefficient6(double h, double[] k, double[] to, int at) {
        for (int i = 0; i < N; i++) {
            to[at + i] = h * Math.fma(-149.72683625798564, k[15 * N + i], Math.fma(-39.17726167561544, k[14 * N + i],
                Math.fma(96.32455395918828, k[13 * N + i], Math.fma(-43.53345659001114, k[12 * N + i],
                Math.fma(29.8402934266605, k[11 * N + i], Math.fma(104.0996495089623, k[10 * N + i],
                Math.fma(-37.45832313645163, k[9 * N + i], Math.fma(93.40532418362432, k[8 * N + i],
                Math.fma(357.6391179106141, k[7 * N + i], Math.fma(-231.5293791760455, k[6 * N + i],
                Math.fma(-154.18974869023643, k[5 * N + i], -25.69393346270375 * k[i])))))))))));
        }
    }

    /**
     * One number of the state within a step.
     *
     * @param x where in the step, from 0 to 1
     * @param start the number at its start
     * @param from interpolants
     * @param at where in them that of the number is
     */
    static double interpolate(double x, double start, double[] from, int at) {
        double rest = 1 - x;
        double sum = Math.fma(x, from[at + 6 * N], from[at + 5 * N]);
        sum = Math.fma(rest, sum, from[at + 4 * N]);
        sum = Math.fma(x, sum, from[at + 3 * N]);
        sum = Math.fma(rest, sum, from[at + 2 * N]);
        sum = Math.fma(x, sum, from[at + N]);
        sum = Math.fma(rest, sum, from[at]);
        return Math.fma(x, sum, start);
    }
}
