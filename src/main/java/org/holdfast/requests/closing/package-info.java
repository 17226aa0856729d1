/// Ending, re-opening, and closing, after which nothing of a request is left but a tally that belongs to nobody.
@NullMarked
package org.holdfast.requests.closing;

import org.jspecify.annotations.NullMarked;
