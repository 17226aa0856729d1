/// Asking: the page it begins on, what is posted, and the one statement that keeps it.
@NullMarked
package org.holdfast.requests.asking;

import org.jspecify.annotations.NullMarked;
