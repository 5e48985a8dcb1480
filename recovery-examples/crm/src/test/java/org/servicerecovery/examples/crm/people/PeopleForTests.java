package org.servicerecovery.examples.crm.people;

import java.util.List;

/** People without an application round them. */
public final class PeopleForTests {
    private PeopleForTests() {
    }

    public static People annaAndBen() {
        return new People(new PeopleProperties(List.of(new PeopleProperties.Entry("anna", "Anna", Role.AGENT, "shop", ""),
            new PeopleProperties.Entry("ben", "Ben", Role.AGENT, null, "")), null));
    }
}
