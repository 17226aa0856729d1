/// Who may be proposed, in which order, and why. Pure functions without tables.
@NullMarked
@ApplicationModule(displayName = "Matching", allowedDependencies = "shared")
package org.holdfast.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
