/// Where to reach someone, and what waits to be sent: never a reason, never content. A one-time code stays under the
/// server key until it is sent.
@NullMarked
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {"shared", "accounts", "programs", "programs::people"})
package org.holdfast.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
