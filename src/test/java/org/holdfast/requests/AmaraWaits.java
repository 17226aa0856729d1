package org.holdfast.requests;

import java.nio.ByteBuffer;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.holdfast.Cast;
import org.holdfast.Cast.World;
import org.holdfast.TestClock;
import org.holdfast.programs.MemberId;
import org.holdfast.shared.ServerKey;
import org.holdfast.shared.ServerKey.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Amara asks: a request as asking leaves it, for tests that begin when it waits.
@Component
public class AmaraWaits {

    private static final String LETTERS = "BCDFGHJKMNPQRSTVWXZ23456789";

    private final JdbcClient jdbc;
    private final ServerKey key;
    private final TestClock clock;
    private final Random dice = new Random(7);

    AmaraWaits(JdbcClient jdbc, ServerKey key, TestClock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /// What she asks for; sent by [#send].
    public final class Asking {

        private final World world;
        private final UUID id = UUID.randomUUID();
        private String state = "WAITING";
        private String howSoon = "NOW";
        private @Nullable String profession = "rn";
        private final List<UUID> departments = new ArrayList<>();
        private final List<String> topics = new ArrayList<>();
        private final List<MemberId> ruledOut = new ArrayList<>();
        private boolean nameFirst;

        private Asking(World world) {
            this.world = world;
        }

        public Asking howSoon(String soon) {
            howSoon = soon;
            return this;
        }

        public Asking parked() {
            state = "PARKED";
            return this;
        }

        public Asking from(String... names) {
            for (String name : names) {
                departments.add(world.department(name));
            }
            return this;
        }

        public Asking about(String... names) {
            topics.addAll(List.of(names));
            return this;
        }

        public Asking not(MemberId supporter) {
            ruledOut.add(supporter);
            return this;
        }

        public Asking nameFirst() {
            nameFirst = true;
            return this;
        }

        public RequestId send() {
            return world.in(this::insert);
        }

        private RequestId insert() {
            UUID program = world.program().id().value();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
            jdbc.sql("""
                            insert into requests.request (program, id, code, channel, state, door, asked_at, how_soon,
                                ways, language, profession, departments, topics, name_first, unseen_since, try_at,
                                last_word_on)
                            values (:program, :id, :code, :channel, :state, 'SELF', :now, :howSoon,
                                array['HERE', 'CALL'], 'en', :profession, :departments, :topics, :nameFirst, :now,
                                case when :state = 'WAITING' then :now end, :today)""")
                    .param("program", program)
                    .param("id", id)
                    .param("code", code())
                    .param("channel", UUID.randomUUID())
                    .param("state", state)
                    .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("howSoon", howSoon)
                    .param("profession", profession)
                    .param("departments", departments.toArray(UUID[]::new))
                    .param("topics", topics.toArray(String[]::new))
                    .param("nameFirst", nameFirst)
                    .param("today", LocalDate.ofInstant(now, world.program().zone()))
                    .update();
            jdbc.sql("insert into requests.note (program, request_id, intake_number, envelope) values (?, ?, 1, ?)")
                    .params(program, id, key.seal(Purpose.WAITING_NOTE, row(id), note()))
                    .update();
            for (MemberId supporter : ruledOut) {
                jdbc.sql("insert into requests.not_proposed values (?, ?, ?)")
                        .params(program, id, supporter.value())
                        .update();
            }
            return new RequestId(id);
        }
    }

    public Asking asks(World world) {
        return new Asking(world);
    }

    /// A note's envelope that nobody can open.
    public static byte[] note() {
        return Cast.envelope(1, 1, 4150);
    }

    public String state(World world, RequestId request) {
        return world.in(() -> jdbc.sql("select state from requests.request where id = ?")
                .param(request.value())
                .query(String.class)
                .optional()
                .orElse("GONE"));
    }

    public boolean is(World world, RequestId request, String column) {
        return world.in(() -> jdbc.sql("select " + column + " from requests.request where id = ?")
                .param(request.value())
                .query(Boolean.class)
                .single());
    }

    public int count(World world, String fromWhere, Object... parameters) {
        return world.in(() -> jdbc.sql("select count(*) from " + fromWhere)
                .params(parameters)
                .query(Integer.class)
                .single());
    }

    /// Notices that wait for somebody's account.
    public int notices(World world, String name) {
        return count(
                world,
                "notices.notice where account_id = ?",
                world.member(name).account().value());
    }

    public void forgetNotices(World world) {
        world.sql("delete from notices.notice where program = :program", Map.of());
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            code.append(LETTERS.charAt(dice.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private static byte[] row(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
