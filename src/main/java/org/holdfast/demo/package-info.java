/// The made-up hospital. Owns no rows: it fills those of the others once, at its first start, and shows them. Its SQL
/// may
/// therefore name any schema. Without `--demo` nothing of it is there.
@NullMarked
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "shared",
            "shared :: *",
            "accounts",
            "notices",
            "programs",
            "programs :: *",
            "supporters",
            "requests",
            "requests :: *",
            "conversations"
        })
package org.holdfast.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
