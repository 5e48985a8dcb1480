package org.servicerecovery.examples.crm.pages;

/** What removes a reason, and where on the page it is done; the place is empty if it is not done here, as when somebody else has to do it. */
public record Remedy(String text, String place) {
}
