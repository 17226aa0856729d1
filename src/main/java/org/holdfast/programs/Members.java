package org.holdfast.programs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.accounts.AccountId;
import org.holdfast.shared.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The role holders of the program at hand. Who was removed is not found.
@Repository
@Transactional(readOnly = true)
public class Members {

    // language=sql
    private static final String MEMBER = """
            select m.id, m.account_id, m.channel, a.name, a.language,
                   array_agg(r.role) as roles,
                   array_agg(r.role) filter (where r.deputy) as deputy
            from programs.member m
            join accounts.account a on a.id = m.account_id and a.removed_on is null
            join programs.role r on r.member_id = m.id
            where m.removed_on is null %s
            group by m.id, m.account_id, m.channel, a.name, a.language
            order by a.name, m.id""";

    private final JdbcClient jdbc;

    Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Member> ofAccount(AccountId account) {
        return jdbc.sql(MEMBER.formatted("and m.account_id = :account"))
                .param("account", account.value())
                .query(Members::member)
                .optional();
    }

    public Optional<Member> find(MemberId id) {
        return jdbc.sql(MEMBER.formatted("and m.id = :id"))
                .param("id", id.value())
                .query(Members::member)
                .optional();
    }

    /// What a browser needs to check a name against the signed statement.
    public record NameCard(MemberId id, String name, Secret salt) {}

    public Optional<NameCard> nameCard(MemberId id) {
        return jdbc.sql("""
                        select m.id, a.name, m.name_salt from programs.member m
                        join accounts.account a on a.id = m.account_id
                        where m.id = :id and m.removed_on is null""")
                .param("id", id.value())
                .query((row, n) -> new NameCard(id, row.getString("name"), new Secret(row.getBytes("name_salt"))))
                .optional();
    }

    /// Who holds a role themselves, or as a deputy.
    public List<Member> with(Role role, boolean deputy) {
        return all().stream()
                .filter(member -> member.is(role) && member.deputy().contains(role) == deputy)
                .toList();
    }

    /// A program has tens to a few thousand role holders; callers that list them page for themselves.
    public List<Member> all() {
        return jdbc.sql(MEMBER.formatted("")).query(Members::member).list();
    }

    private static Member member(ResultSet row, int n) throws SQLException {
        return new Member(
                new MemberId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("name"),
                row.getString("language"),
                row.getObject("channel", UUID.class),
                roles(row, "roles"),
                roles(row, "deputy"));
    }

    private static Set<Role> roles(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        List<String> names = array == null ? new ArrayList<>() : List.of((String[]) array.getArray());
        return names.stream().map(Role::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
