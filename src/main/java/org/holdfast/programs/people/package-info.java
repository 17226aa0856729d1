/// The people of a program: who holds which role, who comes, who goes, and what was done in whose name.
@NullMarked
@NamedInterface("people")
package org.holdfast.programs.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
