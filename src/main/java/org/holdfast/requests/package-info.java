/// Every need put to supporters: asking, offers, pairings, the board, ending and closing.
@NullMarked
@ApplicationModule(
        displayName = "Requests",
        allowedDependencies = {
            "shared",
            "accounts",
            "notices",
            "programs",
            "programs::keys",
            "matching",
            "encounters",
            "supporters"
        })
package org.holdfast.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
