package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.holdfast.programs.Members;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HoldfastTest
class RowLevelSecurityTest {

    /// Tables without a program's policy, each with its reason.
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "accounts.account", "a person may serve several programs",
            "accounts.sign_in_code", "asked before any program is known",
            "accounts.staff_key", "a key belongs to a person",
            "accounts.spring_session", "asked before any program is known",
            "accounts.spring_session_attributes", "asked before any program is known",
            "programs.program", "the directory that addresses are looked up in",
            "jobs.scheduled_tasks", "recurring jobs only: no program, no person");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @Autowired
    Members members;

    @Test
    void everyTableHasThePolicyOrStandsOnTheList() {
        var open = jdbc.sql("""
                        select n.nspname || '.' || c.relname
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and n.nspname not like 'pg_%'
                          and n.nspname <> 'information_schema' and c.relname <> 'flyway_schema_history'
                          and not (c.relrowsecurity and exists (
                              select from pg_policy p where p.polrelid = c.oid
                                and pg_get_expr(p.polqual, c.oid) like '%holdfast.program%'
                                and pg_get_expr(p.polwithcheck, c.oid) like '%holdfast.program%'))""").query(String.class).list();

        assertThat(open).containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
    }

    @Test
    void withoutAProgramAtHandThereAreNoRows() {
        cast.world();

        assertThat(jdbc.sql("select count(*) from programs.member")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void programsAreBlindToEachOther() {
        var harbor = cast.world();
        var other = cast.elsewhere();

        assertThat(other.in(() -> members.find(harbor.member("Ben").id()))).isEmpty();
        assertThat(harbor.in(() -> members.find(harbor.member("Ben").id()))).isPresent();
    }

    @Test
    void theServingUserOwnsNothing() {
        assertThat(jdbc.sql("""
                        select count(*) from pg_class c join pg_roles r on r.oid = c.relowner
                        where r.rolname = current_user""").query(Integer.class).single()).isZero();
    }
}
