/// Putting requests to supporters, and their answers.
@NullMarked
package org.holdfast.requests.offers;

import org.jspecify.annotations.NullMarked;
