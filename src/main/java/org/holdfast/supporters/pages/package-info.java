/// The pages on which supporters set what concerns themselves.
@NullMarked
package org.holdfast.supporters.pages;

import org.jspecify.annotations.NullMarked;
