/// A program's keys as the server has them: public halves, wraps that only their holders open, signed statements. It
/// checks shapes and signatures; it can open nothing.
@NullMarked
@NamedInterface("keys")
package org.holdfast.programs.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
