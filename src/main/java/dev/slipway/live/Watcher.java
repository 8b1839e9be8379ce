package dev.slipway.live;

/** Someone who watches a view. */
interface Watcher {

    /** Tells whether what was sent before is still on its way; nothing more is rendered for it until then. */
    boolean isBusy();

    /** Sends what changed of a view; called on any thread. */
    void send(LiveEvent event);
}
