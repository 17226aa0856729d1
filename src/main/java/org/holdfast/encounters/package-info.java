/// What supporters tally after a talk: coded, counted by the month, pointing to nobody.
@NullMarked
@ApplicationModule(
        displayName = "Encounters",
        allowedDependencies = {"shared", "programs"})
package org.holdfast.encounters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
