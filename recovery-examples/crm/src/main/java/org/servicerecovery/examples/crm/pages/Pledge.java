package org.servicerecovery.examples.crm.pages;

/** Something that a rule wants the actor to vouch for. Those that only advice asks for are not demanded. */
public record Pledge(String trait, String label, boolean demanded) {
}
