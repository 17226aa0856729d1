/// The pages on which supporters and coordinators meet requests.
@NullMarked
package org.holdfast.requests.pages;

import org.jspecify.annotations.NullMarked;
