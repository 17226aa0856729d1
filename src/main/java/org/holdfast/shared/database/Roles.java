package org.holdfast.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.holdfast.shared.Secret;

/// The database's roles. On the embedded database we make them; on one's own PostgreSQL whoever runs it does
/// (docs/operating.md). Either way the serving user must own nothing and be no superuser, else nothing starts.
final class Roles {

    private Roles() {}

    static void make(DataSource superuser, Secret ownerPassword, Secret appPassword) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = 'holdfast_owner') then
                            create role holdfast_owner login;
                        end if;
                        if not exists (select from pg_roles where rolname = 'holdfast_app') then
                            create role holdfast_app login;
                        end if;
                        if not exists (select from pg_roles where rolname = 'holdfast_views') then
                            create role holdfast_views nologin;
                        end if;
                        execute format('grant create on database %I to holdfast_owner', current_database());
                    end $$""");
            // both are base64url characters of our own making
            statement.execute("alter role holdfast_owner password '" + ownerPassword.text() + "'");
            statement.execute("alter role holdfast_app password '" + appPassword.text() + "'");
        }
    }

    /// @throws IllegalStateException if the serving user could step around row-level security
    static void refusePowerful(DataSource app) throws SQLException {
        try (Connection connection = app.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select r.rolsuper or r.rolbypassrls
                            or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                       where pg_has_role(current_user, c.relowner, 'usage')
                                         and n.nspname not in ('pg_catalog', 'information_schema')
                                         and n.nspname not like 'pg_%')
                        from pg_roles r where r.rolname = current_user""")) {
            if (!rows.next() || rows.getBoolean(1)) {
                throw new IllegalStateException(
                        "The serving database user is a superuser or owns tables: row-level security would not hold. "
                                + "Give holdfast_app, not holdfast_owner.");
            }
        }
    }
}
