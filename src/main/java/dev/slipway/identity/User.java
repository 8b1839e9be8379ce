package dev.slipway.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Someone who can sign in with a password, or a machine, which has none. */
@Entity
@Table(name = "app_user")
public class User extends PanacheEntityBase {

    @Id
    @GeneratedValue(generator = "app_user_seq")
    @SequenceGenerator(name = "app_user_seq", sequenceName = "app_user_seq")
    @Nullable
    Long id;

    String username;

    @Column(name = "display_name")
    String displayName;

    @Column(name = "password_hash")
    @Nullable
    String passwordHash;

    boolean enabled = true;

    @Column(name = "created_at")
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected User() {}

    User(String username, String displayName, @Nullable String passwordHash, Instant createdAt) {
        this.username = username;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    /** The user with this name, enabled or not. */
    public static Optional<User> findByName(String username) {
        return find("username", Username.normalized(username)).firstResultOptional();
    }

    /** Ends every session of this user with the next request, and keeps the name from signing in. */
    public void disable() {
        enabled = false;
    }

    public long id() {
        return Objects.requireNonNull(id, "stored");
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }
}
