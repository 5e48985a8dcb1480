package org.servicerecovery.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who and what a case is about, beside its facts: what assessors compare and screens show. Immutable. Names that are not
 * known are empty strings.
 *
 * @param customer     the host's identifier of the customer
 * @param problem      what the customer brought, in words
 * @param team         whose levels apply; empty for the default levels
 * @param priority     how soon deadlines fall due
 * @param openedAt     when the customer brought it
 * @param channelIn    how the customer last got in touch
 * @param owner        the one owner; empty only while nobody has taken the case (A06, A09)
 * @param mood         the last reading, empty if the mood was never read
 * @param contact      the channel of the contact under way, empty if there is none
 * @param receiver     whom the owner asked to take over; empty if nobody
 * @param acceptedBy   who accepted a reassignment; empty if nobody
 * @param mergedInto   the original, if this case is a duplicate; empty otherwise
 * @param participants everybody who took a contact of the customer: they keep a stake (B45)
 * @param requests     what the customer asked for (A26)
 * @param attempts     failed attempts to reach the customer
 * @param channels     the channels on which they were made
 * @param questions    open questions asked so far
 * @param reopenings   how often the case was reopened
 * @param apologyIn    the command that carried the first apology; empty if none did
 */
public record CaseData(String customer, String problem, String team, Priority priority, Instant openedAt, Channel channelIn,
                       String owner, Optional<Mood> mood, Optional<Channel> contact, String receiver, String acceptedBy,
                       String mergedInto, Set<String> participants, List<String> requests, int attempts, Set<Channel> channels,
                       int questions, int reopenings, String apologyIn) {

    static final CaseData BLANK = new CaseData("", "", "", Priority.NORMAL, Instant.EPOCH, Channel.PORTAL, "", Optional.empty(),
        Optional.empty(), "", "", "", Set.of(), List.of(), 0, Set.of(), 0, 0, "");

    Editor edit() {
        return new Editor(this);
    }

    /** Copies with changes; used by actions while they are folded in, never kept. */
    static final class Editor {
        private final CaseData base;
        String customer;
        String problem;
        String team;
        Priority priority;
        Instant openedAt;
        Channel channelIn;
        String owner;
        Optional<Mood> mood;
        Optional<Channel> contact;
        String receiver;
        String acceptedBy;
        String mergedInto;
        String apologyIn;
        int questions;
        int reopenings;
        private Set<String> participants;
        private List<String> requests;
        private int attempts;
        private Set<Channel> channels;

        private Editor(CaseData base) {
            this.base = base;
            customer = base.customer;
            problem = base.problem;
            team = base.team;
            priority = base.priority;
            openedAt = base.openedAt;
            channelIn = base.channelIn;
            owner = base.owner;
            mood = base.mood;
            contact = base.contact;
            receiver = base.receiver;
            acceptedBy = base.acceptedBy;
            mergedInto = base.mergedInto;
            apologyIn = base.apologyIn;
            questions = base.questions;
            reopenings = base.reopenings;
            participants = base.participants;
            requests = base.requests;
            attempts = base.attempts;
            channels = base.channels;
        }

        Editor participant(String who) {
            if (!who.isEmpty() && !participants.contains(who)) {
                Set<String> more = new LinkedHashSet<>(participants);
                more.add(who);
                participants = Condition.ordered(more);
            }
            return this;
        }

        Editor request(String what) {
            List<String> more = new ArrayList<>(requests);
            more.add(what);
            requests = List.copyOf(more);
            return this;
        }

        Editor attempt(Channel channel) {
            attempts++;
            Set<Channel> more = new LinkedHashSet<>(base.channels);
            more.add(channel);
            channels = Condition.ordered(more);
            return this;
        }

        Editor noAttempts() {
            attempts = 0;
            channels = Set.of();
            return this;
        }

        CaseData done() {
            return new CaseData(customer, problem, team, priority, openedAt, channelIn, owner, mood, contact, receiver, acceptedBy,
                mergedInto, participants, requests, attempts, channels, questions, reopenings, apologyIn);
        }
    }
}
