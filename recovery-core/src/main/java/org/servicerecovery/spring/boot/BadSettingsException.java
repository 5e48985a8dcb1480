package org.servicerecovery.spring.boot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Settings with which no desk can be made; the application does not start. */
final class BadSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    /** One setting, what is wrong with it, and what to do. */
    record Problem(String property, String what, String remedy) {
    }

    BadSettingsException(List<Problem> problems) {
        super(problems.stream().map(problem -> problem.property() + ": " + problem.what() + " " + problem.remedy())
            .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    BadSettingsException(String property, String what, String remedy) {
        this(List.of(new Problem(property, what, remedy)));
    }

    List<Problem> problems() {
        return problems;
    }

    /** Gathers everything that is wrong, so that one start tells all of it. */
    static final class Collector {
        private final List<Problem> problems = new ArrayList<>();

        void check(boolean right, String property, String what, String remedy) {
            if (!right) {
                problems.add(new Problem(property, what, remedy));
            }
        }

        void positive(String property, Duration time) {
            check(!time.isNegative() && !time.isZero(), property, "It is " + time + ", which is no time.", "Give a positive time, like 30s or 10m.");
        }

        void throwIfAny() {
            if (!problems.isEmpty()) {
                throw new BadSettingsException(problems);
            }
        }
    }
}
