/// Sealed messages between two people. The server keeps their order and their size, and can read none.
@NullMarked
@ApplicationModule(
        displayName = "Conversations",
        allowedDependencies = {"shared", "accounts", "notices", "programs", "requests"})
package org.holdfast.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
