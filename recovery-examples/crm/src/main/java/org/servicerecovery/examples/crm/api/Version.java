package org.servicerecovery.examples.crm.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a case as an entity tag. */
final class Version {
    private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,8})\"");

    private Version() {
    }

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** Of an If-Match header: one version, since the command was decided on by looking at one. */
    static int of(String ifMatch) {
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problems.bad("invalid-input", "The header If-Match is not a version",
                "If-Match must be the ETag of the case as you saw it, in quotation marks, such as \"7\". GET " + Paths.ONE + " gives it.");
        }
        return Integer.parseInt(tag.group(1));
    }
}
