package org.servicerecovery.listing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Lists at the end of the tests what was not run, and why: otherwise a database that is missing would look like one that was tried.
 * JUnit finds it by its name in META-INF/services. Each JVM that runs tests prints its own list.
 */
public final class NotRun implements TestExecutionListener {
    /** What and why, and how many tests. */
    private final Map<String, Integer> tests = new TreeMap<>();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            add(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        told().ifPresent(System.out::println);
    }

    private synchronized void add(TestIdentifier test, String reason) {
        // One line for a class: a database that is missing stops all its tests for the same reason.
        String place = test.getSource().map(NotRun::place).orElseGet(test::getDisplayName);
        tests.merge(place + ": " + reason.lines().findFirst().orElse("no reason given"), 1, Integer::sum);
    }

    synchronized Optional<String> told() {
        StringBuilder text = new StringBuilder("Not run; with -Drecovery.require-all=true what is missing fails:");
        tests.forEach((why, number) -> text.append("\n  ").append(number).append(number == 1 ? " test of " : " tests of ").append(why));
        return tests.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static String place(TestSource source) {
        if (source instanceof MethodSource method) {
            return method.getClassName();
        }
        return source instanceof ClassSource type ? type.getClassName() : source.toString();
    }
}
