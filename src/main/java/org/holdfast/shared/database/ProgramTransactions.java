package org.holdfast.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.holdfast.shared.ProgramContext;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/// Tells the database at the begin of each transaction which program is at hand; row-level security does the rest.
/// After the transaction the setting is empty again, and without one there are no rows.
final class ProgramTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    ProgramTransactions(DataSource pool) {
        super(pool);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (definition.getPropagationBehavior() == TransactionDefinition.PROPAGATION_REQUIRES_NEW) {
            throw new CannotCreateTransactionException("one connection a request: no REQUIRES_NEW");
        }
        super.doBegin(transaction, definition);
        DataSource pool = obtainDataSource();
        Connection connection = DataSourceUtils.getConnection(pool);
        try (var set = connection.prepareStatement("select set_config('holdfast.program', ?, true)")) {
            set.setString(1, ProgramContext.find().map(p -> p.id().toString()).orElse(""));
            set.execute();
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the program could not be set", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }
}
