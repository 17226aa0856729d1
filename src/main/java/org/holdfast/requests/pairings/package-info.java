/// From a yes on: the opening, first contact, passing on, change, danger.
@NullMarked
package org.holdfast.requests.pairings;

import org.jspecify.annotations.NullMarked;
