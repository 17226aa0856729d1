package org.holdfast.supporters.pages;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.supporters.Span;

/// Weekly hours as three lists of equal length: day, from, to. A row without times is no row.
final class HoursTyped {

    private HoursTyped() {}

    record Row(String day, String from, String to) {

        boolean isEmpty() {
            return from.isBlank() && to.isBlank();
        }
    }

    static List<Row> rows(Typed typed) {
        List<String> days = typed.all("hoursDay");
        List<String> from = typed.all("hoursFrom");
        List<String> to = typed.all("hoursTo");
        var rows = new ArrayList<Row>();
        for (int i = 0; i < Math.min(days.size(), Math.min(from.size(), to.size())); i++) {
            rows.add(new Row(days.get(i), from.get(i), to.get(i)));
        }
        return rows;
    }

    /// The spans, or empty where a row is half filled or holds no time.
    static Optional<List<Span>> read(Typed typed) {
        var spans = new ArrayList<Span>();
        try {
            for (Row row : rows(typed)) {
                if (!row.isEmpty()) {
                    spans.add(new Span(
                            DayOfWeek.of(Integer.parseInt(row.day())),
                            LocalTime.parse(row.from().strip()),
                            LocalTime.parse(row.to().strip())));
                }
            }
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
        return Optional.of(spans);
    }
}
