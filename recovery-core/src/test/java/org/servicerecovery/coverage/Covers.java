package org.servicerecovery.coverage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test that shows what a row of the rulebook does, where no line of the tables of cases can: for laws, permissions and figures. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Covers {
    /** The rows that bite in this test. */
    String[] bites() default {};

    /** The rows that let something pass in this test. */
    String[] passes() default {};
}
