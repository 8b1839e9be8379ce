package dev.slipway.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.Database;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class RoundTripTest {

    private static final String PLAN =
            """
            explain update execution set no = no + held.more
            from unnest(?::bigint[], ?::int[]) as held (id, more) where execution.id = held.id
            """;

    @Inject
    DataSource database;

    @Test
    void rowsAreFoundByTheirKeysInATableThatIsStillEmpty() {
        var trip = new RoundTrip();
        var plan = trip.ask(row -> row.getString(1), PLAN, new Long[] {1L, 2L}, new Integer[] {1, 1});

        trip.travel(database);

        assertThat(plan.rows())
                .anyMatch(line -> line.contains("Index Scan using execution_pkey"))
                .noneMatch(line -> line.contains("Seq Scan") || line.contains("Hash Join"));
    }

    @Test
    void nothingElseIsPlannedSo() {
        var trip = new RoundTrip();
        var inside = trip.ask(row -> row.getString(1), "select current_setting('enable_seqscan')");

        trip.travel(database);

        assertThat(inside.rows()).containsExactly("off");
        // The pool gives a thread the connection that it had before.
        assertThat(Rows.values("select current_setting('enable_seqscan') || current_setting('plan_cache_mode')"))
                .isEqualTo(List.of("onauto"));
    }
}
