/// What is done again and again, by one instance at a time.
@NullMarked
package org.holdfast.shared.jobs;

import org.jspecify.annotations.NullMarked;
