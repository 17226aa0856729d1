package org.holdfast.requests.closing;

import java.util.Set;
import org.holdfast.programs.keys.IntakeUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Tells the keys which of them still have notes.
@Repository
class NotesUnderKeys implements IntakeUse {

    private final JdbcClient jdbc;

    NotesUnderKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Integer> numbersWithNotes() {
        return Set.copyOf(jdbc.sql("select distinct intake_number from requests.note")
                .query((row, n) -> row.getInt(1))
                .list());
    }
}
