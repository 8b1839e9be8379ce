package dev.slipway.target.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.execution.Status;
import dev.slipway.testing.Database;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class OrderRetentionTest extends WithCluster {

    @Inject
    OrderRetention retention;

    private UUID component;

    @BeforeEach
    void release() {
        assertThat(Shop.end(shop.deploy("web", "1.0.0", cluster.image("ready"))))
                .isEqualTo(Status.SUCCESSFUL);
        component = (UUID) Rows.values("select id from component").get(0);
        Rows.change("delete from kubernetes_order");
    }

    @Test
    void keepsTheLastOrderAndTheLastOfEachVersionThatRan() {
        order("first", "1.0.0", true, 100);
        order("failed", "2.0.0", false, 90);
        order("again", "1.0.0", true, 80);
        order("young and failed", "3.0.0", false, 6);
        order("last, and never ended", "4.0.0", false, 50);

        assertThat(retention.sweep()).isEqualTo(2);

        assertThat(orders()).isEqualTo("[again, young and failed, last, and never ended]");
        assertThat(retention.sweep()).isZero();
    }

    @Test
    void keepsTheNewestVersionsHoweverOldTheyAre() {
        for (int no = 1; no <= 13; no++) {
            order("version " + no, no + ".0.0", true, 1000 - no);
        }

        assertThat(retention.sweep()).isEqualTo(3);

        assertThat(orders()).startsWith("[version 4, version 5").endsWith("version 13]");
    }

    @Test
    void keepsVersionsThatAreNotOldHoweverManyThereAre() {
        for (int no = 1; no <= 13; no++) {
            order("version " + no, no + ".0.0", true, 300 - no);
        }

        assertThat(retention.sweep()).isZero();
    }

    @Test
    void deletesBuildsAWhileAfterTheirEnd() {
        build("ended", "image", 8);
        build("ended now", "image", 6);
        build("goes on", null, 8);
        build("forgotten", null, 31);

        assertThat(retention.sweep()).isEqualTo(2);

        assertThat(Rows.values("select id from kubernetes_build order by id").toString())
                .isEqualTo("[ended now, goes on]");
    }

    @Test
    void whatIsLeftIsPutBackAsItWas() {
        assertThat(Shop.end(shop.deploy("web", "2.0.0", cluster.image("ready-2"))))
                .isEqualTo(Status.SUCCESSFUL);
        Rows.change("update kubernetes_order set created_at = created_at - interval '400 days'");

        retention.sweep();

        assertThat(Shop.end(shop.deploy("web", "2.0.0", cluster.image("ready-2"))))
                .isEqualTo(Status.SUCCESSFUL);
        assertThat(Rows.values("select restores from kubernetes_order order by no")
                        .toString())
                .isEqualTo("[false, true]");
    }

    private void order(String id, String version, boolean pruned, int days) {
        Rows.change(
                """
                insert into kubernetes_order (id, component_id, version, objects, restores, pruned, created_at)
                values (?1, ?2, ?3, '', false, ?4, now() - make_interval(days => ?5))
                """,
                id,
                component,
                version,
                pruned,
                days);
    }

    private static void build(String id, @Nullable String image, int days) {
        Rows.change(
                """
                insert into kubernetes_build (id, environment_id, namespace, image, created_at)
                values (?1, (select id from environment where name = 'production'), 'shop', cast(?2 as text),
                  now() - make_interval(days => ?3))
                """,
                id,
                image,
                days);
    }

    private static String orders() {
        return Rows.values("select id from kubernetes_order order by no").toString();
    }
}
