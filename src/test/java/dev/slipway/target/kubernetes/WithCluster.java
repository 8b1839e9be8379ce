package dev.slipway.target.kubernetes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with a cluster of its own in the JVM, and a shop that is released to it. */
abstract class WithCluster {

    FakeCluster cluster;
    Shop shop;

    @BeforeEach
    void openShop() {
        cluster = new FakeCluster();
        shop = Shop.in(cluster);
    }

    @AfterEach
    void close() {
        cluster.close();
    }
}
