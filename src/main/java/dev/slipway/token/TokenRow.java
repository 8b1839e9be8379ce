package dev.slipway.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token, as pages list it.
 *
 * @param expiresAt null: never
 * @param lastUsedAt null: never
 */
public record TokenRow(
        long id,
        String name,
        Scope scope,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        boolean expired) {}
