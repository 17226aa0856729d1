/// PostgreSQL: started beside us or given by address, its roles, migrations, pool and the program at hand in each
/// transaction.
@NullMarked
package org.holdfast.shared.database;

import org.jspecify.annotations.NullMarked;
