/// Supporters: who they are, when they may be rung, what they carry.
@NullMarked
@ApplicationModule(
        displayName = "Supporters",
        allowedDependencies = {
            "shared",
            "accounts",
            "notices",
            "programs",
            "programs::keys",
            "programs::people",
            "matching"
        })
package org.holdfast.supporters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
