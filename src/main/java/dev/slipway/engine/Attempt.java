package dev.slipway.engine;

/** One attempt of a step run, as the name of its job. */
record Attempt(long stepRun, int no) {

    static Attempt of(String id) {
        var dash = id.indexOf('-');
        return new Attempt(Long.parseLong(id.substring(0, dash)), Integer.parseInt(id.substring(dash + 1)));
    }

    String id() {
        return stepRun + "-" + no;
    }
}
