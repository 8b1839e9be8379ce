package dev.slipway.target.kubernetes;

import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with a cluster of its own, and a shop that is released to it. */
abstract class WithCluster {

    TestCluster cluster;
    Shop shop;

    @BeforeEach
    void openShop() {
        cluster = TestCluster.open();
        shop = Shop.in(cluster);
    }

    /** The cluster in the JVM; where there is a real one, this test is left out, because of what only that can do. */
    FakeCluster fake(String what) {
        assumeThat(cluster).as(what).isInstanceOf(FakeCluster.class);
        return (FakeCluster) cluster;
    }

    /** Goes on only where there is something that builds: in the JVM, or an image that stands in for BuildKit. */
    void requireBuilder() {
        var image = System.getProperty("slipway.target.kubernetes.build.image", "");
        assumeThat(cluster instanceof FakeCluster || !image.isEmpty())
                .as(
                        "slipway.target.kubernetes.build.image is an image with src/test/resources/kubernetes/buildctl-daemonless.sh")
                .isTrue();
    }

    @AfterEach
    void close() {
        cluster.close();
    }
}
