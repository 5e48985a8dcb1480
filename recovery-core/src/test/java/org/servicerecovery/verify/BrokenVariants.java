package org.servicerecovery.verify;

import java.util.List;
import java.util.stream.Stream;

/** All that hosts might get wrong, by theme. */
final class BrokenVariants {
    private BrokenVariants() {
    }

    static List<BrokenVariant> all() {
        return Stream.of(BrokenEnds.recovered(), BrokenEnds.withoutTheCustomer(), BrokenEnds.givenUp(), BrokenWays.deadEnds(),
            BrokenWays.whatNeverHappens(), BrokenDuties.owners(), BrokenDuties.duties(), BrokenDuties.cures(), BrokenDuties.forNothing())
            .flatMap(List::stream).toList();
    }
}
