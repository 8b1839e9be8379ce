package dev.slipway.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.testing.Database;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class HealthTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Flyway flyway;

    @Test
    void aNodeIsReadyWhenDatabaseMigrationsAndSchedulerAre() {
        var ready = health("/q/health/ready");

        assertThat(ready.getString("status")).isEqualTo("UP");
        assertThat(ready.<String>getList("checks.name")).contains("database", "migrations", "scheduler");
    }

    @Test
    void aNodeLivesWhateverTheDatabaseDoes() {
        var live = health("/q/health/live");

        assertThat(live.getString("status")).isEqualTo("UP");
        assertThat(live.<String>getList("checks.name")).containsExactlyInAnyOrder("threads", "scheduler");
    }

    @Test
    void nobodyWaitsLongForADatabaseThatDoesNotAnswer() {
        var answers = new CountDownLatch(1);
        var probe = new DatabaseProbe(
                replaced((proxy, method, arguments) -> {
                    answers.await();
                    return database.getConnection();
                }),
                flyway);

        assertThat(probe.look().answers()).isFalse();

        answers.countDown();
        await("the answer").until(() -> probe.look().answers() && probe.look().upToDate());
    }

    @Test
    void aDatabaseThatRefusesIsNoDatabase() {
        var probe = new DatabaseProbe(
                replaced((proxy, method, arguments) -> {
                    throw new SQLException("too many connections");
                }),
                flyway);

        assertThat(probe.look().answers()).isFalse();
        assertThat(probe.look().upToDate()).isFalse();
    }

    @Test
    void aDatabaseThatLacksMigrationsIsNotUpToDate() {
        var behind = Flyway.configure()
                .dataSource(database)
                .schemas("not_migrated")
                .locations("classpath:db/migration")
                .load();

        var seen = new DatabaseProbe(database, behind).look();

        assertThat(seen.answers()).isTrue();
        assertThat(seen.upToDate()).isFalse();
    }

    private static AgroalDataSource replaced(InvocationHandler getConnection) {
        return (AgroalDataSource) Proxy.newProxyInstance(
                AgroalDataSource.class.getClassLoader(), new Class<?>[] {AgroalDataSource.class}, getConnection);
    }

    private static JsonPath health(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }
}
