package org.servicerecovery.examples.crm.pages;

/** One step of the way to a recovered customer: what to do, what it must satisfy, and where on the page. */
public record PlanLine(String text, String manner, String place) {
}
