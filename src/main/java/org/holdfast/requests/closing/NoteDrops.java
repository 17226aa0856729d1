package org.holdfast.requests.closing;

import java.time.Clock;
import java.time.ZoneOffset;
import org.holdfast.programs.keys.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The intake copy of a note goes once it is not needed any more; the intake key's wraps go with its last note.
@Component
class NoteDrops {

    private final JdbcClient jdbc;
    private final Keys keys;
    private final Clock clock;

    NoteDrops(JdbcClient jdbc, Keys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    @Transactional
    public void dropDue() {
        int dropped = jdbc.sql("delete from requests.note where drop_at <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (dropped > 0) {
            keys.forgetUnused();
        }
    }
}
