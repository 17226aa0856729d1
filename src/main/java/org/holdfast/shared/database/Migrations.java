package org.holdfast.shared.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Each module's schema, in the order in which modules may use one another. Run by the owner of the tables, never by
/// the serving user.
final class Migrations {

    private static final List<String> MODULES =
            List.of("jobs", "accounts", "programs", "notices", "encounters", "supporters", "requests", "conversations");

    private Migrations() {}

    static void run(DataSource owner) {
        for (String module : MODULES) {
            Flyway.configure()
                    .dataSource(owner)
                    .schemas(module)
                    .defaultSchema(module)
                    .locations("classpath:db/migration/" + module)
                    .load()
                    .migrate();
        }
    }
}
