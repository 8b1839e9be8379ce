package dev.slipway.trigger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Starts that repeat within a day, on some days of the week.
 *
 * @param from the first start of a day, a whole minute
 * @param to no start after it, a whole minute
 */
record Period(Set<DayOfWeek> days, LocalTime from, LocalTime to, int everyMinutes) {

    private static final int HOUR = 60;

    /** The same as cron expressions: one where every hour has the same minutes, else one for each pattern of minutes. */
    List<String> crons() {
        Map<List<Integer>, List<Integer>> hours = startsByHour().entrySet().stream()
                .collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toList())));
        var withoutGap = hours.values().stream().anyMatch(all -> all.size() == to.getHour() - from.getHour() + 1);
        if (withoutGap && everyMinutes < HOUR) {
            return List.of(cron(
                    "%02d-%02d/%d".formatted(from.getMinute(), to.getMinute(), everyMinutes),
                    "%02d-%02d".formatted(from.getHour(), to.getHour())));
        }
        return hours.entrySet().stream()
                .map(pattern -> cron(numbers(pattern.getKey()), numbers(pattern.getValue())))
                .sorted()
                .toList();
    }

    private TreeMap<Integer, List<Integer>> startsByHour() {
        return IntStream.iterate(
                        from.toSecondOfDay() / HOUR,
                        minute -> minute <= to.toSecondOfDay() / HOUR,
                        minute -> minute + everyMinutes)
                .boxed()
                .collect(groupingBy(minute -> minute / HOUR, TreeMap::new, mapping(minute -> minute % HOUR, toList())));
    }

    private String cron(String minutes, String hours) {
        return "0 %s %s ? * %s *".formatted(minutes, hours, weekdays());
    }

    private String weekdays() {
        return days.size() == DayOfWeek.values().length
                ? "*"
                : days.stream()
                        .sorted()
                        .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                                .toUpperCase(Locale.ENGLISH))
                        .collect(joining(","));
    }

    /** Ascending numbers as a field of cron: {@code 1,3,17-59}, so that every minute of a day fits into an expression. */
    private static String numbers(List<Integer> numbers) {
        var runs = new ArrayList<String>();
        for (int from = 0, to = 0; from < numbers.size(); from = ++to) {
            while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) {
                to++;
            }
            runs.add(
                    from == to
                            ? "%d".formatted(numbers.get(from))
                            : "%d-%d".formatted(numbers.get(from), numbers.get(to)));
        }
        return String.join(",", runs);
    }
}
