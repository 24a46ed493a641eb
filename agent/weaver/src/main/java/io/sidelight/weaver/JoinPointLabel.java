package io.sidelight.weaver;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Passes advice the label of the join point, a constant: {@code SimpleClassName.method} unless the
 * join point has one of its own. For advice that several join points share.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface JoinPointLabel {}
