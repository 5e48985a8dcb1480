package org.servicerecovery.examples.crm.browser;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Lists at the end what was not run, and why: otherwise a browser that is missing would look like one that was tried. JUnit finds it by its name
 * in META-INF/services.
 */
public final class NotRun implements TestExecutionListener {
    private final Map<String, String> tests = new TreeMap<>();

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

    private synchronized void add(TestIdentifier test, String reason) {
        tests.put(test.getLegacyReportingName(), reason);
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        if (!tests.isEmpty()) {
            StringBuilder text = new StringBuilder("Not run; with -Drecovery.require-all=true what is missing fails:");
            tests.forEach((test, reason) -> text.append("\n  ").append(test).append(": ").append(reason));
            System.out.println(text);
        }
    }
}
