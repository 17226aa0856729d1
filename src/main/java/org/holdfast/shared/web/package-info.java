/// What all pages share: frame, rendering, headers, errors.
@NullMarked
package org.holdfast.shared.web;

import org.jspecify.annotations.NullMarked;
