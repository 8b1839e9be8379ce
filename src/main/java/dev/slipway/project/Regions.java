package dev.slipway.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The regions of the configuration, and their rows. */
@ApplicationScoped
public class Regions {

    private final ProjectConfig config;
    private final EntityManager database;

    Regions(ProjectConfig config, EntityManager database) {
        this.config = config;
        this.database = database;
    }

    /** The ids of all regions, the default one first. */
    public List<String> ids() {
        return config.regions();
    }

    /** The region of whoever has not chosen one. */
    public String defaultId() {
        return config.regions().get(0);
    }

    /** Stores what the configuration names. A region that is no longer named keeps its row, for the records that refer to it. */
    void store() {
        for (int index = 0; index < config.regions().size(); index++) {
            database.createNativeQuery("insert into region (id, order_index) values (?1, ?2)"
                            + " on conflict (id) do update set order_index = excluded.order_index")
                    .setParameter(1, config.regions().get(index))
                    .setParameter(2, index)
                    .executeUpdate();
        }
    }
}
