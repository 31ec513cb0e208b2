package org.chirpmill.cli;

/** Who else can evaluate the same rows: a script of {@code bench/peers}, and the Python packages that it needs. */
enum Peer {
    LALSIMULATION("lalsimulation", "lalsimulation_rate.py", "lalsuite bilby h5py"),
    DINGO_GW("dingo-gw", "dingo_gw_rate.py", "dingo-gw");

    private final String text;
    private final String script;
    private final String packages;

    Peer(String text, String script, String packages) {
        this.text = text;
        this.script = script;
        this.packages = packages;
    }

    /** Its file's name. */
    String script() {
        return script;
    }

    /** What pip is to install. */
    String packages() {
        return packages;
    }

    @Override
    public String toString() {
        return text;
    }
}
