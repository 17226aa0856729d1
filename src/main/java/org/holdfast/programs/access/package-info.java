/// Which program and which member a page is for, and who may open it.
@NullMarked
package org.holdfast.programs.access;

import org.jspecify.annotations.NullMarked;
