package dev.slipway.target.kubernetes;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that is in a cluster because of a component. */
@Entity
@Table(name = "kubernetes_object")
class AppliedObject extends PanacheEntityBase {

    @EmbeddedId
    Id id;

    /** Whether it was not there before Slipway applied it. */
    boolean created;

    /** Of the object when it was last applied. */
    long generation;

    @Column(name = "order_no")
    long orderNo;

    protected AppliedObject() {}

    /** Which object of which component. */
    @Embeddable
    static class Id {

        @Column(name = "component_id")
        UUID componentId;

        @Column(name = "api_version")
        String apiVersion;

        String kind;

        String namespace;

        String name;

        protected Id() {}

        static Id of(UUID component, Manifest.Key key) {
            var id = new Id();
            id.componentId = component;
            id.apiVersion = key.apiVersion();
            id.kind = key.kind();
            id.namespace = key.namespace();
            id.name = key.name();
            return id;
        }

        Manifest.Key key() {
            return new Manifest.Key(apiVersion, kind, namespace, name);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Id same && componentId.equals(same.componentId) && key().equals(same.key());
        }

        @Override
        public int hashCode() {
            return Objects.hash(componentId, key());
        }
    }

    static AppliedObject of(UUID component, Manifest.Key key, boolean created) {
        var object = new AppliedObject();
        object.id = Id.of(component, key);
        object.created = created;
        return object;
    }

    static Optional<AppliedObject> find(UUID component, Manifest.Key key) {
        return AppliedObject.findByIdOptional(Id.of(component, key));
    }

    /** All of a component. */
    static List<AppliedObject> of(UUID component) {
        return AppliedObject.list("id.componentId = ?1 order by orderNo, id.kind, id.name", component);
    }

    Manifest.Key key() {
        return id.key();
    }
}
