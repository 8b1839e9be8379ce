package dev.slipway.target;

import java.util.Collection;

/** Looks at orders again before their pause is over; whoever looks at them implements it. */
public interface Waker {

    /**
     * Says that there may be something to see of these orders; those that nobody waits for are ignored.
     *
     * @param orders their ids
     */
    void wake(Collection<String> orders);
}
