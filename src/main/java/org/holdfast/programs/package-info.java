/// Programs: their policy, places, texts, roles, keys and the accountability log.
@NullMarked
@ApplicationModule(
        displayName = "Programs",
        allowedDependencies = {"shared", "accounts"})
package org.holdfast.programs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
