/// What coordinators see of all requests, and what they may do.
@NullMarked
package org.holdfast.requests.board;

import org.jspecify.annotations.NullMarked;
