package dev.slipway.cli.watch;

import dev.slipway.cli.record.Execution;

/** Shows an execution while it goes on. */
public interface View {

    /** It stands so now; called at each look, whether anything has changed or not. */
    void show(Execution execution);

    /** The server does not answer; called at each look. */
    void lost(String why);

    /** Nothing more will be shown: it has ended, or nobody waits any longer. */
    void end(Execution execution);
}
