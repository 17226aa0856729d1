package org.holdfast;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.accounts.AccountId;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.programs.Programs;
import org.holdfast.programs.Role;
import org.holdfast.shared.Ids;
import org.holdfast.shared.Program;
import org.holdfast.shared.ProgramContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The named cast in a world of their own: Ben and Bea support, Chloe coordinates (Cleo is her deputy), Dana directs
/// (Dora is her deputy), Dev belongs to another program, Amara asks and Eve is signed out. Keys are random bytes of the
/// right length: tests that open something make real ones in a browser.
@Component
public class Cast {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final SecureRandom CHANCE = new SecureRandom();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Programs programs;
    private final Members members;
    private final TestClock clock;

    Cast(JdbcClient jdbc, TransactionTemplate transaction, Programs programs, Members members, TestClock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.programs = programs;
        this.members = members;
        this.clock = clock;
    }

    /// A program with its people. Departments and sites by name.
    public final class World {

        private final Program program;
        private final Map<String, Member> people = new LinkedHashMap<>();
        private final Map<String, UUID> departments = new LinkedHashMap<>();
        private final Map<String, UUID> sites = new LinkedHashMap<>();

        private World(Program program) {
            this.program = program;
        }

        public Program program() {
            return program;
        }

        public String slug() {
            return program.slug();
        }

        public Member member(String name) {
            return people.get(name);
        }

        public UUID department(String name) {
            return departments.get(name);
        }

        public UUID site(String name) {
            return sites.get(name);
        }

        /// Does something in one transaction of this program.
        public <T> T in(Supplier<T> work) {
            return ProgramContext.call(program, () -> transaction.execute(status -> work.get()));
        }

        /// Runs SQL with `:program` bound.
        public void sql(String sql, Map<String, ?> parameters) {
            in(() -> jdbc.sql(sql)
                    .param("program", program.id().value())
                    .params(parameters)
                    .update());
        }

        /// Adds somebody with these roles; a supporter is approved, trained, and has hours all week.
        public Member add(String name, Role... roles) {
            return add(name, List.of(roles), List.of());
        }

        public Member add(String name, List<Role> roles, List<Role> deputy) {
            AccountId account = new AccountId(Ids.timed(clock));
            MemberId id = new MemberId(Ids.random());
            String mail = name.toLowerCase(Locale.ROOT) + "@" + slug() + ".example";
            in(() -> {
                jdbc.sql("insert into accounts.account (id, email, name, language, created_on)"
                                + " values (?, ?, ?, 'en', ?)")
                        .params(account.value(), mail, name, today())
                        .update();
                jdbc.sql("insert into programs.member (program, id, account_id, channel) values (?, ?, ?, ?)")
                        .params(program.id().value(), id.value(), account.value(), Ids.random())
                        .update();
                for (Role role : roles) {
                    jdbc.sql("insert into programs.role (program, member_id, role, deputy, since)"
                                    + " values (?, ?, ?, ?, ?)")
                            .params(program.id().value(), id.value(), role.name(), deputy.contains(role), today())
                            .update();
                }
                if (roles.contains(Role.SUPPORTER)) {
                    supporter(id);
                }
                return id;
            });
            Member member = in(() -> members.find(id).orElseThrow());
            people.put(name, member);
            return member;
        }

        /// Signs a statement that names all supporters there are, and wraps the intake key for each: offers may go out.
        public void sign() {
            in(() -> {
                int number = jdbc.sql("select coalesce(max(number), 0) + 1 from programs.statement")
                        .query(Integer.class)
                        .single();
                List<UUID> supporters = members.all().stream()
                        .filter(member -> member.is(Role.SUPPORTER))
                        .map(member -> member.id().value())
                        .sorted(Comparator.comparing(UUID::toString))
                        .toList();
                String readers = supporters.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
                String named = supporters.stream()
                        .map(id -> "{\"id\":\"%s\",\"keyNumber\":1,\"key\":\"%s\",\"name\":\"%s\"}"
                                .formatted(id, base64(bytes(32)), base64(bytes(32))))
                        .collect(Collectors.joining(","));
                String body =
                        "{\"v\":1,\"program\":\"%s\",\"number\":%d,\"day\":\"%s\",\"intake\":{\"number\":1,\"key\":\"%s\",\"readers\":[%s]},\"supporters\":[%s]}"
                                .formatted(program.id().value(), number, today(), base64(bytes(32)), readers, named);
                jdbc.sql("insert into programs.statement values (?, ?, 1, ?, ?, ?)")
                        .params(program.id().value(), number, body.getBytes(StandardCharsets.UTF_8), bytes(64), today())
                        .update();
                for (UUID id : supporters) {
                    jdbc.sql("insert into programs.intake_key_wrap values (?, 1, ?, 1, ?) on conflict do nothing")
                            .params(program.id().value(), id, envelope(5, 1, 86))
                            .update();
                }
                return number;
            });
        }

        private void supporter(MemberId id) {
            jdbc.sql("""
                            insert into supporters.supporter
                                (program, id, state, profession, site_id, department_id, training_due,
                                 agreement_due, joined_on)
                            values (:program, :id, 'APPROVED', 'rn', :site, :department, :due, :due, :joined)""")
                    .param("program", program.id().value())
                    .param("id", id.value())
                    .param("site", sites.get("Main"))
                    .param("department", departments.get("Surgery"))
                    .param("due", today().plusYears(1))
                    .param("joined", today().minusYears(1))
                    .update();
            for (int day = 1; day <= 7; day++) {
                jdbc.sql("insert into supporters.weekly_hours values (?, ?, ?, time '00:00', time '00:00')")
                        .params(program.id().value(), id.value(), day)
                        .update();
            }
        }

        private LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), program.zone());
        }
    }

    /// The usual world: everybody of the first program.
    public World world() {
        World world = empty();
        world.add("Ben", Role.SUPPORTER);
        world.add("Bea", Role.SUPPORTER);
        world.add("Chloe", Role.COORDINATOR);
        world.add("Cleo", List.of(Role.COORDINATOR), List.of(Role.COORDINATOR));
        world.add("Dana", Role.DIRECTOR);
        world.add("Dora", List.of(Role.DIRECTOR), List.of(Role.DIRECTOR));
        return world;
    }

    /// Another program, for Dev.
    public World elsewhere() {
        World world = empty();
        world.add("Dev", Role.DIRECTOR, Role.COORDINATOR, Role.SUPPORTER);
        return world;
    }

    /// A program with places and keys and nobody in it.
    public World empty() {
        UUID id = Ids.random();
        String slug = "world-" + NUMBER.incrementAndGet();
        jdbc.sql("insert into programs.program (id, slug, name, operator, zone, country)"
                        + " values (?, ?, 'Harbor', 'Harbor Society', ?, 'US')")
                .params(id, slug, ZoneId.of("America/Los_Angeles").getId())
                .update();
        World world = new World(programs.bySlug(slug).orElseThrow());
        world.in(() -> {
            profession(id, "md", "Physician", "Médico", "physician", 1);
            profession(id, "rn", "Nurse", "Enfermera o enfermero", "nurse", 2);
            for (String site : List.of("Main", "North")) {
                world.sites.put(site, Ids.random());
                jdbc.sql("insert into programs.site (program, id, name) values (?, ?, ?)")
                        .params(id, world.sites.get(site), site)
                        .update();
            }
            for (String department : List.of("Surgery", "Emergency", "Pediatrics")) {
                world.departments.put(department, Ids.random());
                jdbc.sql("insert into programs.department (program, id, site_id, name) values (?, ?, ?, ?)")
                        .params(id, world.departments.get(department), world.sites.get("Main"), department)
                        .update();
            }
            jdbc.sql("insert into programs.crisis_line values (?, 1, 'CRISIS', '988', '988', '988', '988')")
                    .params(id)
                    .update();
            jdbc.sql("insert into programs.program_key (program, number, public_key) values (?, 1, ?)")
                    .params(id, bytes(32))
                    .update();
            jdbc.sql("insert into programs.intake_key (program, number, public_key) values (?, 1, ?)")
                    .params(id, bytes(32))
                    .update();
            return id;
        });
        programs.refresh();
        return world;
    }

    private void profession(UUID program, String code, String en, String es, String family, int position) {
        jdbc.sql("insert into programs.profession values (?, ?, ?, ?, ?, ?)")
                .params(program, code, en, es, family, position)
                .update();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        CHANCE.nextBytes(bytes);
        return bytes;
    }

    /// An envelope of the right shape that nobody can open.
    public static byte[] envelope(int kind, int keyNumber, int length) {
        byte[] bytes = bytes(length);
        ByteBuffer.wrap(bytes).put((byte) 1).put((byte) kind).putInt(keyNumber);
        return bytes;
    }
}
