package org.holdfast.demo;

import java.util.List;
import org.holdfast.shared.web.Frame;

/// All that the server holds of one request, beside what each person can open of it.
///
/// @param people whose keys may be tried
public record HeldPage(
        Frame frame, String program, String id, String code, List<Table> tables, List<CastPage.Person> people) {

    /// @param name schema and table
    public record Table(String name, List<Row> rows) {}

    public record Row(List<Column> columns) {}

    /// @param value in full, or the first bytes of what is closed
    /// @param bytes how many bytes there are, 0 where the value is plain
    public record Column(String name, String value, int bytes) {}
}
