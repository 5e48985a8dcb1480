package org.servicerecovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.servicerecovery.kernel.Attempt;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.Assessor;
import org.servicerecovery.spi.Authority;
import org.servicerecovery.spi.Calendars;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Situation;

/** Gathers what is true of an attempt: from the assessors, from the actor's word, and from the stored history. */
final class Assessing {
    private static final Map<RecoveryState, Trait> STANDS = Map.of(RecoveryState.AWAITING, Traits.STANDS_IN_AWAITING,
        RecoveryState.LISTENING, Traits.STANDS_IN_LISTENING, RecoveryState.SOLVING, Traits.STANDS_IN_SOLVING,
        RecoveryState.DELIVERING, Traits.STANDS_IN_DELIVERING, RecoveryState.FOLLOWING_UP, Traits.STANDS_IN_FOLLOWING_UP);

    private final List<Assessor> assessors;
    private final Authority authority;
    private final CaseStore store;
    private final Calendars calendars;

    Assessing(List<Assessor> assessors, Authority authority, CaseStore store, Calendars calendars) {
        this.assessors = assessors;
        this.authority = authority;
        this.store = store;
        this.calendars = calendars;
    }

    Authority authority() {
        return authority;
    }

    Attempt attempt(Playbook playbook, RecoveryCase seen, Supplier<List<CaseEvent>> past, Command command, RecoveryAction action,
                    Instant occurredAt, Instant now) {
        Vocabulary.Kind<Trait> words = playbook.vocabulary().traits();
        Terms<Trait> attested = words.of(command.attested());
        long low = attested.low();
        long high = attested.high();
        long shownLow = 0;
        long shownHigh = 0;
        Situation situation = new Situation(playbook.settings(), seen, command, action, occurredAt, now);
        for (Assessor assessor : assessors) {
            Set<Trait> found = assessor.assess(situation);
            Terms<Trait> bits = found instanceof Terms<Trait> terms ? terms.in(words) : words.of(found);
            low |= bits.low();
            high |= bits.high();
            if (assessor.readsText()) {
                shownLow |= bits.low();
                shownHigh |= bits.high();
            }
        }
        Terms<Fact> takesBack = playbook.vocabulary().facts().none();
        if (action instanceof HandOvers.Correct correct) {
            Optional<Terms<Fact>> taken = takenBack(playbook, seen, past.get(), correct);
            takesBack = taken.orElse(takesBack);
            Terms<Trait> more = words.of(taken.isPresent() ? List.of(Traits.CORRECTABLE, stands(playbook, seen, takesBack, Set.of()))
                : List.of(stands(playbook, seen, takesBack, Set.of())));
            low |= more.low();
            high |= more.high();
        } else if (action instanceof Actions.Adopt) {
            Terms<Trait> more = words.of(List.of(stands(playbook, seen, takesBack, action.tells())));
            low |= more.low();
            high |= more.high();
        } else if (sameCustomer(seen, action)) {
            Terms<Trait> more = words.of(List.of(Traits.SAME_CUSTOMER));
            low |= more.low();
            high |= more.high();
        }
        Set<Fact> tells = action.tells();
        List<Waiver> waivers = new ArrayList<>(0);
        List<Waiver> unentitled = new ArrayList<>(0);
        for (Waiver waiver : command.waivers()) {
            Optional<String> role = playbook.guardrail(waiver.guardrail()).waivableBy();
            (role.isPresent() && authority.has(waiver.by(), role.get()) ? waivers : unentitled).add(waiver);
        }
        return new Attempt(command, action, words.ofBits(low, high), attested, words.ofBits(shownLow, shownHigh),
            tells.isEmpty() ? playbook.vocabulary().facts().none() : playbook.vocabulary().facts().of(tells), takesBack, waivers, unentitled,
            occurredAt, now, calendars);
    }

    /** What an entry set and still stands; nothing if it took on a duty, named an owner, reported, or was taken back before. */
    private Optional<Terms<Fact>> takenBack(Playbook playbook, RecoveryCase seen, List<CaseEvent> past, HandOvers.Correct correct) {
        Optional<CaseEvent> entry = past.stream().filter(event -> event.sequence() == correct.sequence()).findFirst();
        if (entry.isEmpty() || !entry.get().step().isCorrectable()) {
            return Optional.empty();
        }
        // That a person answered is not undone by an entry that was wrong about what was said. Facts that were dropped by a migration
        // do not stand any more.
        List<Fact> back = entry.get().sets().stream().filter(fact -> !fact.equals(Facts.FIRST_RESPONSE_GIVEN) && seen.has(fact)).toList();
        return back.isEmpty() ? Optional.empty() : Optional.of(playbook.vocabulary().facts().of(back));
    }

    /** The furthest state that the facts allow, each needing those of the states before it. */
    private Trait stands(Playbook playbook, RecoveryCase seen, Terms<Fact> takesBack, Set<Fact> tells) {
        RecoveryState furthest = RecoveryState.AWAITING;
        for (Map.Entry<RecoveryState, Set<Fact>> needs : playbook.definition().standing().entrySet()) {
            boolean all = needs.getValue().stream().allMatch(fact -> tells.contains(fact) || seen.has(fact) && !takesBack.contains(fact));
            if (!all) {
                break;
            }
            furthest = needs.getKey();
        }
        // Nothing is gained by a correction: it never leads further than the case has come.
        boolean correcting = tells.isEmpty() && seen.version() > 0;
        return STANDS.get(correcting && furthest.ordinal() > seen.state().ordinal() && !seen.state().isEnd() ? seen.state() : furthest);
    }

    private boolean sameCustomer(RecoveryCase seen, RecoveryAction action) {
        String other = action instanceof HandOvers.Merge merge ? merge.original()
            : action instanceof Duties.Absorb absorb ? absorb.duplicate() : "";
        return !other.isEmpty() && !other.equals(seen.id()) && store.load(other)
            .filter(there -> there.data().customer().equals(seen.data().customer())).isPresent();
    }
}
