package dev.slipway.webhook;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What each test of webhooks has: somebody who keeps them, and a program that they tell. */
abstract class WithReceiver {

    final Receiver receiver = new Receiver();
    Keeper keeper;

    @BeforeEach
    void signIn() {
        keeper = Keeper.ofTheDefaultProject();
    }

    @AfterEach
    void close() {
        receiver.close();
    }
}
