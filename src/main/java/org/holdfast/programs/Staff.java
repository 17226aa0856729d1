package org.holdfast.programs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Access rule of a handler: a signed-in member of the program at hand who holds one of these roles; none named: any.
/// Everybody else gets the same 404 as for an address that does not exist.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Staff {

    Role[] value() default {};
}
