package org.holdfast.programs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.accounts.Account;
import org.holdfast.accounts.AccountId;
import org.holdfast.accounts.Accounts;
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
            select m.id, m.account_id, m.channel,
                   array_agg(r.role) as roles,
                   array_agg(r.role) filter (where r.deputy) as deputy
            from programs.member m
            join programs.role r on r.member_id = m.id
            where m.removed_on is null
            """;

    private static final String EACH = " group by m.id, m.account_id, m.channel";

    /// A row of our own; the name stands with the account.
    private record Holder(MemberId id, AccountId account, UUID channel, Set<Role> roles, Set<Role> deputy) {

        Member named(Account person) {
            return new Member(id, account, person.name(), person.language(), channel, roles, deputy);
        }
    }

    private final JdbcClient jdbc;
    private final Accounts accounts;

    Members(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    public Optional<Member> ofAccount(AccountId account) {
        return one("and m.account_id = :id", account.value());
    }

    public Optional<Member> find(MemberId id) {
        return one("and m.id = :id", id.value());
    }

    private Optional<Member> one(String which, UUID id) {
        return jdbc.sql(MEMBER + which + EACH)
                .param("id", id)
                .query(Members::holder)
                .optional()
                .flatMap(holder -> accounts.find(holder.account()).map(holder::named));
    }

    /// What a browser needs to check a name against the signed statement.
    public record NameCard(MemberId id, String name, Secret salt) {}

    public Optional<NameCard> nameCard(MemberId id) {
        Optional<Secret> salt = jdbc.sql("select name_salt from programs.member where id = :id and removed_on is null")
                .param("id", id.value())
                .query((row, n) -> new Secret(row.getBytes("name_salt")))
                .optional();
        return salt.flatMap(there -> find(id).map(member -> new NameCard(id, member.name(), there)));
    }

    /// Who holds a role themselves, or as a deputy.
    public List<Member> with(Role role, boolean deputy) {
        return all().stream()
                .filter(member -> member.is(role) && member.deputy().contains(role) == deputy)
                .toList();
    }

    /// A program has tens to a few thousand role holders; callers that list them page for themselves.
    public List<Member> all() {
        List<Holder> holders = jdbc.sql(MEMBER + EACH).query(Members::holder).list();
        Map<AccountId, Account> people =
                accounts.find(holders.stream().map(Holder::account).toList());
        return holders.stream()
                .filter(holder -> people.containsKey(holder.account()))
                .map(holder -> holder.named(Objects.requireNonNull(people.get(holder.account()))))
                .sorted(Comparator.comparing(Member::name)
                        .thenComparing(member -> member.id().value()))
                .toList();
    }

    private static Holder holder(ResultSet row, int n) throws SQLException {
        return new Holder(
                new MemberId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
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
