package org.servicerecovery.examples.crm.forms;

/** One thing that can be chosen: what is sent, and what people read. */
public record Choice(String value, String label) {
}
