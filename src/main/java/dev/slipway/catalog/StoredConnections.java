package dev.slipway.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.audit.AuditTrail;
import dev.slipway.audit.Change;
import dev.slipway.project.Actor;
import dev.slipway.project.Conflict;
import dev.slipway.project.Locked;
import dev.slipway.target.BadConnection;
import dev.slipway.target.Connectable;
import dev.slipway.target.Connection;
import dev.slipway.target.Connections;
import dev.slipway.target.TargetProblem;
import dev.slipway.target.Targets;
import dev.slipway.vault.CannotOpen;
import dev.slipway.vault.Sealed;
import dev.slipway.vault.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** The one door to the connections of environments; what is secret of them is stored sealed. */
@ApplicationScoped
public class StoredConnections implements Connections, Sealed {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Vault vault;
    private final Targets targets;
    private final AuditTrail audit;
    private final ObjectMapper json;

    StoredConnections(Vault vault, Targets targets, AuditTrail audit, ObjectMapper json) {
        this.vault = vault;
        this.targets = targets;
        this.audit = audit;
        this.json = json;
    }

    @Override
    @Transactional
    public Connection of(UUID environment) {
        var found = Environment.byId(environment);
        if (found.connectionEdition == 0) {
            throw new TargetProblem("%s is not connected yet. An administrator connects it under Environments."
                    .formatted(found.name()));
        }
        return stored(found);
    }

    /** What is stored; of no settings where nobody has connected the environment yet. */
    Connection stored(Environment environment) {
        var settings = new HashMap<String, String>();
        environment.settings.forEach((name, value) -> settings.put(name, String.valueOf(value)));
        return new Connection(
                environment.id(), environment.name(), environment.connectionEdition, settings, secrets(environment));
    }

    private Map<String, String> secrets(Environment environment) {
        if (environment.credentials == null) {
            return Map.of();
        }
        try {
            return json.readValue(vault.open(environment.credentials, place(environment)), TEXTS);
        } catch (CannotOpen e) {
            throw new TargetProblem(
                    "The credentials of %s can't be opened. Enter them again under Environments."
                            .formatted(environment.name()),
                    e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was sealed is no JSON: " + environment.id());
        }
    }

    /**
     * Connects an environment, or changes how.
     *
     * @param known the edition that the actor has seen
     * @param answers what was typed; a secret that is missing stays as it is
     * @throws BadConnection if something is wrong with it
     * @throws Conflict if somebody else has changed it since
     */
    @Transactional
    public void connect(Actor actor, UUID id, int known, Map<String, String> answers) {
        var environment = Locked.fresh(connectable(actor, id));
        if (environment.connectionEdition != known) {
            throw new Conflict(
                    "Somebody else has changed the connection of %s meanwhile. Load the page again to see how."
                            .formatted(environment.name()));
        }
        var before = storedOrLost(environment);
        var after = target(environment).settle(before, answers);
        environment.connect(new HashMap<>(after.settings()), sealed(environment, after.secrets()));
        audit.record(
                actor.username(),
                environment.projectId(),
                "environment_connected",
                environment.auditSubject(),
                facts(before, after, answers));
    }

    /** Credentials whose key is lost are as good as none: others can be entered. */
    private Connection storedOrLost(Environment environment) {
        try {
            return stored(environment);
        } catch (TargetProblem lost) {
            return new Connection(
                    environment.id(), environment.name(), environment.connectionEdition, Map.of(), Map.of());
        }
    }

    private String sealed(Environment environment, Map<String, String> secrets) {
        try {
            return vault.seal(json.writeValueAsString(secrets), place(environment));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are always JSON");
        }
    }

    /** What the trail says: settings that differ, and which secrets are new, but not what they are. */
    private static Map<String, Object> facts(Connection before, Connection after, Map<String, String> answers) {
        var facts = new HashMap<String, Object>();
        var names = new TreeSet<>(before.settings().keySet());
        names.addAll(after.settings().keySet());
        names.stream()
                .filter(name -> !before.setting(name).equals(after.setting(name)))
                .forEach(name -> facts.put(name, Change.of(before.setting(name), after.setting(name))));
        after.secrets().keySet().stream()
                .filter(name -> !answers.getOrDefault(name, "").isBlank())
                .forEach(name -> facts.put(name, "replaced"));
        return facts;
    }

    /** The environment, for whoever may connect it. */
    static Environment connectable(Actor actor, UUID id) {
        return (Environment) PartKind.ENVIRONMENT.changeableBy(actor, id);
    }

    /** @throws Conflict if environments of this kind need no connection */
    Connectable target(Environment environment) {
        if (targets.of(environment.kind()) instanceof Connectable connectable) {
            return connectable;
        }
        throw new Conflict("%s needs no connection.".formatted(environment.name()));
    }

    private static String place(Environment environment) {
        return "environment/" + environment.id();
    }

    @Override
    public String what() {
        return "environments";
    }

    @Override
    public int renew() {
        var outdated = QuarkusTransaction.requiringNew().call(() -> Environment.idsNotSealedWith(vault.mark()));
        return (int) outdated.stream().filter(id -> !renew(id)).count();
    }

    private boolean renew(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> Environment.<Environment>findByIdOptional(id)
                    .map(Locked::fresh)
                    .ifPresent(found -> found.credentials =
                            found.credentials == null ? null : vault.renew(found.credentials, place(found))));
            return true;
        } catch (CannotOpen e) {
            return false;
        }
    }
}
