/// The visit: whoever asked comes back with their words.
@NullMarked
package org.holdfast.requests.visits;

import org.jspecify.annotations.NullMarked;
