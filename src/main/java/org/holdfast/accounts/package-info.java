/// Staff and members: sign-in, sessions, keys. A code to be mailed is asked of `notices` by event.
@NullMarked
@ApplicationModule(displayName = "Accounts", allowedDependencies = "shared")
package org.holdfast.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
