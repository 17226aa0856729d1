package org.holdfast.programs.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.accounts.AccountId;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Role;
import org.holdfast.shared.Ids;
import org.holdfast.shared.ProgramContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of members, roles and the accountability log, as the people pages write and read them.
@Repository
class PeopleStore {

    /// @param actor who; empty where their account is gone
    record Noted(Optional<AccountId> actor, String act, LocalDate day) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    PeopleStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Changes of people come one after the other, so that two directors cannot each remove the other.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('people ' || :program, 0))")
                .param("program", program().toString())
                .query((row, n) -> n)
                .list();
    }

    MemberId welcome(AccountId account) {
        return jdbc.sql("""
                        insert into programs.member (program, id, account_id, channel)
                        values (:program, :id, :account, :channel)
                        on conflict (program, account_id) do update set removed_on = null, channel = excluded.channel
                        returning id""")
                .param("program", program())
                .param("id", Ids.random())
                .param("account", account.value())
                .param("channel", Ids.random())
                .query((row, n) -> new MemberId(row.getObject("id", UUID.class)))
                .single();
    }

    void setRoles(MemberId member, People.Roles roles) {
        jdbc.sql("delete from programs.role where member_id = :member and role <> all (:roles)")
                .param("member", member.value())
                .param("roles", roles.roles().stream().map(Role::name).toArray(String[]::new))
                .update();
        for (Role role : roles.roles()) {
            jdbc.sql("""
                            insert into programs.role (program, member_id, role, deputy, since)
                            values (:program, :member, :role, :deputy, :today)
                            on conflict (member_id, role) do update set deputy = excluded.deputy""")
                    .param("program", program())
                    .param("member", member.value())
                    .param("role", role.name())
                    .param("deputy", roles.deputy().contains(role))
                    .param("today", today())
                    .update();
        }
    }

    void remove(MemberId member) {
        jdbc.sql("delete from programs.role where member_id = :member")
                .param("member", member.value())
                .update();
        jdbc.sql("delete from programs.lead where member_id = :member")
                .param("member", member.value())
                .update();
        jdbc.sql("update programs.member set removed_on = :today where id = :member")
                .param("member", member.value())
                .param("today", today())
                .update();
    }

    /// The accountability log by day, the newest day first; within a day in no order that tells more.
    List<Noted> log(int limit, int offset) {
        return jdbc.sql("""
                        select actor, act, day from programs.accountability
                        order by day desc, act, id limit :limit offset :offset""")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> new Noted(
                        Optional.ofNullable(row.getObject("actor", UUID.class)).map(AccountId::new),
                        row.getString("act"),
                        row.getObject("day", LocalDate.class)))
                .list();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ProgramContext.current().zone());
    }

    private static UUID program() {
        return ProgramContext.current().id().value();
    }
}
