package org.servicerecovery.model;

/**
 * Which playbook spoke: every event and every refusal says it (K14).
 *
 * @param name        for instance {@code standard}
 * @param version     the host's or the library's version of it
 * @param fingerprint SHA-256, in hexadecimal, over everything that can change a verdict
 */
public record PlaybookId(String name, String version, String fingerprint) {
    /**
     * @throws InvalidInputException if a part is null or blank
     */
    public PlaybookId {
        Texts.line("The playbook's name", name);
        Texts.line("The playbook's version", version);
        Texts.line("The playbook's fingerprint", fingerprint);
    }

    @Override
    public String toString() {
        return name + " " + version + " (" + fingerprint.substring(0, Math.min(8, fingerprint.length())) + ")";
    }
}
