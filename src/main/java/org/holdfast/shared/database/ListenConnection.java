package org.holdfast.shared.database;

import java.sql.Connection;
import java.sql.SQLException;

/// Opens the one connection outside the pool on which an instance listens for what is new.
@FunctionalInterface
public interface ListenConnection {

    Connection open() throws SQLException;
}
