package dev.slipway.target.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.vault.CannotOpen;
import dev.slipway.vault.Sealed;
import dev.slipway.vault.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The objects of orders, sealed: they may hold secrets. */
@ApplicationScoped
class SealedOrders implements Sealed {

    private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};
    private static final int AT_ONCE = 100;

    private final Vault vault;
    private final ObjectMapper json;

    SealedOrders(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /** The objects of an order, as they are applied. */
    List<Manifest> objects(AppliedOrder order) {
        try {
            return json.readValue(vault.open(order.objects, place(order.id)), OBJECTS).stream()
                    .map(Manifest::of)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was sealed is no JSON: " + order.id);
        }
    }

    /** What an order keeps of its objects. */
    String seal(String id, List<Manifest> objects) {
        try {
            var contents = objects.stream().map(Manifest::content).toList();
            return vault.seal(json.writeValueAsString(contents), place(id));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Manifests are always JSON");
        }
    }

    private static String place(String id) {
        return "kubernetes-order/" + id;
    }

    @Override
    public String what() {
        return "kubernetes orders";
    }

    @Override
    public int renew() {
        var closed = 0;
        while (true) {
            var skip = closed;
            var outdated = QuarkusTransaction.requiringNew()
                    .call(() -> AppliedOrder.idsNotSealedWith(vault.mark(), AT_ONCE + skip));
            if (outdated.size() <= closed) {
                return closed;
            }
            closed = (int) outdated.stream().filter(id -> !renew(id)).count();
            if (outdated.size() < AT_ONCE + skip) {
                return closed;
            }
        }
    }

    private boolean renew(String id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> AppliedOrder.find(id)
                    .ifPresent(order -> order.objects = vault.renew(order.objects, place(id))));
            return true;
        } catch (CannotOpen e) {
            return false;
        }
    }
}
