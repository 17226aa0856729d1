/// What every room uses and none owns: layout, limits, secret types, the clock, the program at hand.
@NullMarked
@ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {},
        type = ApplicationModule.Type.OPEN)
package org.holdfast.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
