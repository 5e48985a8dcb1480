package org.servicerecovery.spring.boot;

import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Repeated;

/** How commands end, as tags say it. */
final class Outcomes {
    static final String PERMITTED = "permitted";
    static final String REFUSED = "refused";
    static final String REPEATED = "repeated";
    static final String FAILED = "failed";
    static final String OVERTAKEN = "overtaken";

    private Outcomes() {
    }

    static String of(Decision decision) {
        return decision instanceof Repeated ? REPEATED : decision.isPermitted() ? PERMITTED : REFUSED;
    }
}
