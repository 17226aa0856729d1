package org.holdfast.supporters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.holdfast.programs.MemberId;
import org.holdfast.shared.database.Timestamps;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How much a supporter takes on at present, and whether they are on call.
@Component
public class Presence {

    private static final int MOST = 20;
    private static final Duration LONGEST_SHIFT = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RosterNews news;

    Presence(JdbcClient jdbc, Clock clock, RosterNews news) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.news = news;
    }

    /// How it stands at present.
    ///
    /// @param onCallUntil null where not on call; it may have passed
    public record Now(
            boolean paused, int capacity, @Nullable Instant onCallUntil) {}

    @Transactional(readOnly = true)
    public Optional<Now> of(MemberId supporter) {
        return jdbc.sql("""
                        select paused, capacity, on_call_until from supporters.supporter
                        where id = :id and state = 'APPROVED'""")
                .param("id", supporter.value())
                .query((row, n) -> new Now(
                        row.getBoolean("paused"), row.getInt("capacity"), Timestamps.readOrNull(row, "on_call_until")))
                .optional();
    }

    /// Paused: no offers come; what is carried stays.
    @Transactional
    public void pause(MemberId supporter, boolean paused) {
        set(supporter, "paused", paused);
    }

    /// How many open pairings at once; 0 is as good as a pause.
    @Transactional
    public Saved capacity(MemberId supporter, int capacity) {
        if (capacity < 0 || capacity > MOST) {
            return Saved.Refused.at("capacity", "capacity");
        }
        set(supporter, "capacity", capacity);
        return new Saved.Done();
    }

    /// On call until a time: offers ring whatever the declared hours say. Null ends it.
    @Transactional
    public Saved onCall(MemberId supporter, @Nullable Instant until) {
        Instant now = clock.instant();
        if (until != null && !until.isAfter(now)) {
            return Saved.Refused.at("until", "past");
        }
        if (until != null && until.isAfter(now.plus(LONGEST_SHIFT))) {
            return Saved.Refused.at("until", "tooFar");
        }
        set(supporter, "on_call_until", until == null ? null : until.atOffset(ZoneOffset.UTC));
        return new Saved.Done();
    }

    /// @param column one of the names above, never anything typed
    private void set(MemberId supporter, String column, @Nullable Object value) {
        jdbc.sql("update supporters.supporter set " + column + " = :value where id = :id and state = 'APPROVED'")
                .param("value", value)
                .param("id", supporter.value())
                .update();
        news.tell();
    }
}
