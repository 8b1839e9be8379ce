package dev.slipway.trigger;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One schedule of a trigger policy, as it is stored.
 *
 * @param schedule a Quartz cron expression of seven fields
 * @param offsetHours the offset from UTC at which it is read, in whole hours
 */
public record Hook(String schedule, @JsonProperty("offset_hours") int offsetHours) {

    /** The offset as people write it: {@code UTC+8}. */
    public String offset() {
        return Offsets.inWords(offsetHours);
    }
}
