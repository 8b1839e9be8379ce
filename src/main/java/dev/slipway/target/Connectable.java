package dev.slipway.target;

import java.util.List;
import java.util.Map;

/** A target whose environments have to be told where they are, and with what credentials. */
public interface Connectable extends Target {

    /**
     * What to keep of what was typed; the rest belongs to another way to connect.
     *
     * @param before the connection as it is stored; of no settings and no secrets where there is none yet
     * @param answers what was typed, by the name of the field; a secret that is missing or empty stays as it is
     * @throws BadConnection if something is wrong with it; nothing was called
     */
    Connection settle(Connection before, Map<String, String> answers);

    /** Calls the place and says what is there and what is missing; takes some seconds at most. */
    List<Finding> check(Connection connection);

    /**
     * What a check has found.
     *
     * @param good whether that is as it should be
     * @param what a sentence
     */
    record Finding(boolean good, String what) {}
}
