package dev.slipway.testing;

import static org.awaitility.Awaitility.await;

import dev.slipway.demo.Demo;
import dev.slipway.identity.IdentityConfig;
import dev.slipway.project.FirstProject;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.persistence.LockTimeoutException;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Puts the database back to how a first start leaves it, before every test that runs in Quarkus. */
public class CleanDatabase implements QuarkusTestBeforeEachCallback {

    private static final String TRUNCATE_ALL =
            """
            do $$ begin
              -- A page of the test before may still be read. Giving up before the database looks for deadlocks, which
              -- takes it a second, makes sure that it is never the product whose transaction is ended by one.
              set local lock_timeout = '500ms';
              -- The trail refuses this for good reasons, which a test has not.
              grant truncate on audit_event to current_user;
              alter table audit_event disable trigger audit_event_is_never_emptied;
              execute (
                select 'truncate ' || string_agg(quote_ident(tablename), ', ')
                from pg_tables where schemaname = current_schema() and tablename <> 'flyway_schema_history'
              );
              alter table audit_event enable trigger audit_event_is_never_emptied;
              revoke truncate on audit_event from current_user;
            end $$
            """;

    static {
        // By default awaitility waits a tenth of a second before it looks at all, as every test does here.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        forget();
        await("the jobs of the test before").atMost(Duration.ofSeconds(30)).until(CleanDatabase::nothingRuns);
        // Tasks that were let go just now have run once more, and count as little as those before.
        forget();
        await("a moment when nobody reads")
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(LockTimeoutException.class)
                .until(() -> Rows.change(TRUNCATE_ALL) >= 0);
        bean(FirstProject.class).restore();
        if (bean(IdentityConfig.class).isDemo()) {
            bean(Demo.class).create();
        }
    }

    private static void forget() {
        bean(Scripted.class).forget();
        bean(ScriptedTarget.class).forget();
    }

    /** What ends now may schedule what follows, so jobs are deleted until none is left. */
    private static boolean nothingRuns() {
        Rows.change("delete from scheduled_tasks where not picked");
        Rows.change("delete from webhook_job where not picked");
        return Rows.number("select (select count(*) from scheduled_tasks) + (select count(*) from webhook_job)") == 0;
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
