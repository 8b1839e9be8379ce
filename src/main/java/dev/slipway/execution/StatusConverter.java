package dev.slipway.execution;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores a status as its code. */
@Converter(autoApply = true)
public class StatusConverter implements AttributeConverter<Status, Short> {

    @Override
    public @Nullable Short convertToDatabaseColumn(@Nullable Status status) {
        return status == null ? null : status.code();
    }

    @Override
    public @Nullable Status convertToEntityAttribute(@Nullable Short code) {
        return code == null ? null : Status.ofCode(code);
    }
}
