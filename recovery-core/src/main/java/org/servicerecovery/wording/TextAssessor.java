package org.servicerecovery.wording;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.spi.Assessor;
import org.servicerecovery.spi.Situation;

/**
 * Lets a desk read what is said: its guardrails about words then bite on the message itself, not on what somebody says of it. A message is
 * compared with the case it belongs to: its problem, its open issues, its customer's name. Notes about a case and words between colleagues are
 * read as well (B47). Safe for many threads if the reviewer is.
 */
public final class TextAssessor implements Assessor {
    private final Reviewer reviewer;
    /** The actions of one message come one after the other. */
    private volatile Read last;

    private record Read(Draft draft, Set<Trait> traits) {
    }

    /**
     * @param reviewer reads the texts, such as {@code Wording.in("en")}
     */
    public TextAssessor(Reviewer reviewer) {
        this.reviewer = Objects.requireNonNull(reviewer, "reviewer");
    }

    @Override
    public Set<Trait> finds() {
        return reviewer.shows();
    }

    @Override
    public boolean readsText() {
        return true;
    }

    @Override
    public Set<Trait> assess(Situation situation) {
        Optional<Message> message = situation.command().message();
        String text = situation.action().step().isSpeech() && message.isPresent() ? message.get().text() : note(situation.action());
        if (text.isBlank()) {
            return Set.of();
        }
        Draft draft = Draft.on(situation.recoveryCase(), text);
        Read read = last;
        if (read == null || !read.draft.equals(draft)) {
            read = new Read(draft, reviewer.review(draft).traits());
            last = read;
        }
        return read.traits;
    }

    /** Words between colleagues, and about the customer; not what is recorded of his own. */
    private static String note(RecoveryAction action) {
        if (action instanceof Act act) {
            return act.step().kind() == Step.Kind.INTERNAL ? act.note() : "";
        }
        if (action instanceof HandOvers.Involve involve) {
            return involve.task();
        }
        if (action instanceof HandOvers.HandOver handOver) {
            return handOver.reason();
        }
        return "";
    }
}
