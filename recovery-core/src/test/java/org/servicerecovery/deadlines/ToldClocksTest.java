package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryCase;

/** Facts that come with an action and not from its row start their clocks like any other. */
class ToldClocksTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Play play = Play.standard();

    @Test
    void badNewsThatADuplicateOwedIsOwedByTheOriginalWithItsClock() {
        play.byEmail().does(ANNA, TAKE_OWNERSHIP).does(ANNA, limits("nothing in the way", false));
        play.says(ANNA, Channel.EMAIL, promise("a new parcel", play.in(WEEK)), followUp("anna", "call", play.in(WEEK)));
        play.does(ANNA, discharge(REPORT_PROMISE_IN_DOUBT, play.open(Duty.Kind.PROMISE).id(), "sold out"));
        play.desk.open("original", Play.opening(ANNA, Channel.PHONE, Priority.NORMAL, "")).orThrow();
        play.desk.merge(Play.CASE, "original", ANNA, "merge-1").orThrow();
        RecoveryCase original = play.desk.find("original").orElseThrow();
        assertTrue(original.has(Facts.BAD_NEWS_OWED));
        Set<String> clocks = new HashSet<>(original.deadlines().stream().map(clock -> clock.deadline()).toList());
        assertTrue(clocks.containsAll(Set.of("bad-news", "promise-due", "follow-up-due")), () -> "runs: " + clocks);
    }

    @Test
    void anAdoptedCustomerWhoWaitsIsWaitedForWithAClock() {
        Adopted.adopted(play, "", Set.of(Facts.CUSTOMER_WAITING));
        assertTrue(play.clocks().contains("customer-waiting"), () -> "runs: " + play.clocks());
    }
}
