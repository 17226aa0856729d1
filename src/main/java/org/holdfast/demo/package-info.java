/// The made-up hospital. It owns no rows: it fills those of the others once, at its first start, and shows them, so its
/// SQL may name any schema. Without `--demo` nothing of it is there.
@NullMarked
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "shared",
            "accounts",
            "notices",
            "programs",
            "programs::keys",
            "supporters",
            "requests",
            "conversations"
        })
package org.holdfast.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
