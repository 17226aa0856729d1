package org.holdfast.supporters;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.holdfast.programs.MemberId;
import org.holdfast.shared.ProgramContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Counts how often a supporter was rung this night, and keeps the day on which they were last asked.
@Component
public class Rings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Rings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Counts one ring, unless this night's are used up. The row stays locked to the end of the transaction, so two
    /// requests never both take the last ring: whoever rings several supporters goes by their ids.
    ///
    /// @param perNight as policy has it
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(MemberId supporter, int perNight) {
        var program = ProgramContext.current();
        Instant now = clock.instant();
        Optional<LocalDate> night = Night.at(now, program.zone()).map(Night::evening);
        return jdbc.sql("""
                        insert into supporters.asked as before (program, supporter_id, last_on, night, rings)
                        select :program, :id, :today, cast(:night as date), case when :atNight then 1 else 0 end
                        where not :atNight or :most > 0
                        on conflict (supporter_id) do update
                        set last_on = excluded.last_on,
                            night = coalesce(excluded.night, before.night),
                            rings = case when not :atNight then before.rings
                                         when before.night = excluded.night then before.rings + 1 else 1 end
                        where not :atNight or before.night is distinct from excluded.night or before.rings < :most""")
                        .param("program", program.id().value())
                        .param("id", supporter.value())
                        .param("today", LocalDate.ofInstant(now, program.zone()))
                        .param("night", night.orElse(null))
                        .param("atNight", night.isPresent())
                        .param("most", perNight)
                        .update()
                == 1;
    }
}
