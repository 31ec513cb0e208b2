package org.chirpmill.benchmark;

/** Who else can evaluate the same rows: a script of {@code bench/peers}, and the Python packages that it needs. */
public enum Peer {
    LALSIMULATION("lalsimulation", "lalsimulation_rate.py", "lalsuite bilby h5py", true, true),
    DINGO_GW("dingo-gw", "dingo_gw_rate.py", "dingo-gw", true, true),
    RIPPLE("ripple", "ripple_rate.py", "ripplegw h5py", false, false);

    private final String text;
    private final String script;
    private final String packages;
    private final boolean multibanding;
    private final boolean anyGrid;

    Peer(String text, String script, String packages, boolean multibanding, boolean anyGrid) {
        this.text = text;
        this.script = script;
        this.packages = packages;
        this.multibanding = multibanding;
        this.anyGrid = anyGrid;
    }

    /** Its file's name. */
    public String script() {
        return script;
    }

    /** What pip is to install. */
    public String packages() {
        return packages;
    }

    /** Whether it can interpolate as LALSimulation does by default. */
    public boolean hasMultibanding() {
        return multibanding;
    }

    /** Whether it evaluates multibanded grids too. */
    public boolean takesAnyGrid() {
        return anyGrid;
    }

    @Override
    public String toString() {
        return text;
    }
}
