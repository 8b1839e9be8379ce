package dev.slipway.webhook;

import static dev.slipway.testing.Answers.problem;
import static dev.slipway.testing.Answers.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class WebhookResourceTest extends WithReceiver {

    @Test
    void theSecretIsShownOnce() {
        var webhook = keeper.create("ci", receiver.address(), List.of("ENDED", "nonsense"));

        assertThat(keeper.browser().page("/projects/0", 200).select("#webhooks").attr("href"))
                .isEqualTo(keeper.path());
        var list = keeper.browser().page(keeper.path(), 200);
        assertThat(list.select("tbody tr").text())
                .isEqualTo("ci %s An execution has ended Enabled".formatted(receiver.address()));
        assertThat(webhook.secret()).matches("whsec_[A-Za-z0-9+/]{43}=");
        for (var path : List.of(
                keeper.path(), webhook.path(), webhook.path() + "/edit", webhook.path() + "/secret", "/audit")) {
            assertThat(keeper.browser().get(path).asString())
                    .as(path)
                    .doesNotContain(webhook.secret().substring(6));
        }
    }

    @Test
    void saysWhatIsWrong() {
        var wrong = Map.of("name", "x y", "address", "http://169.254.169.254/latest");

        var refused = keeper.browser().post(keeper.path(), wrong);

        assertThat(problem(refused, "name")).contains("Enter a name of 2 to 64 characters");
        assertThat(problem(refused, "address"))
                .contains("169.254.169.254 is in an internal network")
                .contains("slipway.webhook.allowed-networks");
        assertThat(problem(refused, "events")).contains("Choose at least one event.");
        for (var address : List.of("ftp://example.com", "no address", "https://a:b@127.0.0.1/", "http://[::1]/", "")) {
            assertThat(problem(
                            keeper.browser()
                                    .post(keeper.path(), Map.of("name", "ci", "address", address, "event", "ENDED")),
                            "address"))
                    .isNotEmpty();
        }
        var tooLong = Map.of("name", "ci", "address", "http://127.0.0.1/" + "x".repeat(2_000), "event", "ENDED");
        assertThat(problem(keeper.browser().post(keeper.path(), tooLong), "address"))
                .contains("2000 characters");
        assertThat(Rows.number("select count(*) from webhook")).isZero();
    }

    @Test
    void namesAreUniqueInTheirProject() {
        keeper.create("ci", receiver.address());
        var other = keeper.create("chat", receiver.address());
        var same = Map.of("name", "CI", "address", receiver.address(), "event", "ENDED", "edition", 1);

        assertThat(problem(keeper.browser().post(keeper.path(), same), "name")).contains("There is one named CI");
        assertThat(problem(keeper.browser().post(other.path() + "/edit", same), "name"))
                .contains("There is one named CI");
        var own = OwnProject.create();
        new Keeper(own.browserOf(Role.ADMIN), own.id()).create("ci", receiver.address());
    }

    @Test
    void aProjectHasAtMostTwenty() {
        IntStream.range(0, 20).forEach(no -> keeper.create("ci-" + no, receiver.address()));

        keeper.browser()
                .post(keeper.path(), Map.of("name", "ci", "address", receiver.address(), "event", "ENDED"))
                .then()
                .statusCode(409);
    }

    @Test
    void isEditedUnlessSomebodyElseWasFaster() {
        var webhook = keeper.create("ci", receiver.address());
        var changed = Map.of("name", "chat", "address", receiver.address() + "&c=d", "event", "ENDED", "edition", 1);

        assertThat(redirect(keeper.browser().post(webhook.path() + "/edit", changed)))
                .isEqualTo(webhook.path());
        keeper.browser().post(webhook.path() + "/edit", changed).then().statusCode(409);

        var form = keeper.browser().page(webhook.path() + "/edit", 200);
        assertThat(form.expectFirst("#name").attr("value")).isEqualTo("chat");
        assertThat(form.select("input[checked]").eachAttr("value")).containsExactly("ENDED");
        assertThat(keeper.page(webhook).select(".facts").text()).contains("c=d");
        assertThat(Rows.values("select detail::text from audit_event where kind = 'webhook_edited'")
                        .toString())
                .contains("chat")
                .doesNotContain("hook?a=b");
    }

    @Test
    void aNewSecretSignsBesideTheOneBefore() {
        var webhook = keeper.create("ci", receiver.address());

        var rotated = keeper.rotate(webhook);
        keeper.test(webhook);

        var message = receiver.awaitMessages(1).get(0);
        assertThat(rotated.secret()).isNotEqualTo(webhook.secret());
        assertThat(message.isSignedBy(rotated.secret())).isTrue();
        assertThat(message.isSignedBy(webhook.secret())).isTrue();
        assertThat(keeper.page(webhook).select(".facts").text()).contains("The secret before signs too, until");
        Rows.change("update webhook set previous_until = now()");
        keeper.test(webhook);
        assertThat(receiver.awaitMessages(2).get(1).isSignedBy(webhook.secret()))
                .isFalse();
    }

    @Test
    void isDeletedWithItsLog() {
        var webhook = keeper.create("ci", receiver.address());
        keeper.test(webhook);
        receiver.awaitMessages(1);

        keeper.browser().page(webhook.path() + "/delete", 200);
        assertThat(redirect(keeper.browser().post(webhook.path() + "/delete", Map.of())))
                .isEqualTo(keeper.path());

        keeper.browser().get(webhook.path()).then().statusCode(404);
        assertThat(Rows.number("select count(*) from webhook_delivery")).isZero();
        await("its job to end")
                .until(() -> Rows.number("select count(*) from webhook_job where task_name = 'webhook'") == 0);
    }

    @Test
    void everyChangeIsInTheTrail() {
        var webhook = keeper.create("ci", receiver.address());
        keeper.test(webhook);
        keeper.rotate(webhook);
        keeper.enable(webhook, false);
        keeper.enable(webhook, true);
        keeper.browser().post(webhook.path() + "/delete", Map.of()).then().statusCode(303);

        assertThat(Rows.values("select kind from audit_event where kind like 'webhook%' order by id"))
                .isEqualTo(List.of(
                        "webhook_created",
                        "webhook_tested",
                        "webhook_secret_rotated",
                        "webhook_paused",
                        "webhook_enabled",
                        "webhook_deleted"));
        assertThat(Rows.number("select count(*) from audit_event where detail::text like '%whsec%'"))
                .isZero();
        assertThat(keeper.browser().page("/audit", 200).text()).contains("Webhook created", "ci");
    }

    @Test
    void onlyAdministratorsSeeThem() {
        var webhook = keeper.create("ci", receiver.address());
        var others = PlainBrowser.of(Accounts.aUser(Role.DEVELOPER, Role.RELEASER, Role.APPROVER));

        assertThat(others.page("/projects/0", 200).select("#webhooks")).isEmpty();
        for (var path : List.of(keeper.path(), keeper.path() + "/new", webhook.path(), webhook.path() + "/delete")) {
            others.get(path).then().statusCode(403);
        }
        for (var path : List.of(
                keeper.path(),
                webhook.path() + "/edit",
                webhook.path() + "/state",
                webhook.path() + "/secret",
                webhook.path() + "/delete",
                webhook.path() + "/deliveries",
                webhook.path() + "/deliveries/1")) {
            others.post(path, Map.of()).then().statusCode(403);
        }
    }
}
