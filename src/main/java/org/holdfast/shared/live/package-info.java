/// Live pages: "something is new" reaches open pages of all instances.
@NullMarked
package org.holdfast.shared.live;

import org.jspecify.annotations.NullMarked;
