package dev.slipway.project;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where environments are; the row that release tasks and environments refer to. */
@Entity
@Table(name = "region")
public class Region extends PanacheEntityBase {

    @Id
    String id;

    @Column(name = "order_index")
    int orderIndex;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Region() {}

    public String id() {
        return id;
    }
}
