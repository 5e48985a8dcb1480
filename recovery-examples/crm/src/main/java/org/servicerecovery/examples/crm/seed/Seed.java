package org.servicerecovery.examples.crm.seed;

import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.crm.cases.Cases;
import org.servicerecovery.examples.crm.cases.Concerns;
import org.servicerecovery.examples.crm.cases.QueueFilter;
import org.servicerecovery.examples.crm.cases.QueueLine;
import org.servicerecovery.examples.crm.people.People;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.spi.Assessor;
import org.servicerecovery.spi.Authority;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Cases to look at, made once: all of them went through a desk like any other, whose clock stood at the time of the story. Before anything else is
 * scheduled or served, because a tick in the present would come between two entries of the past.
 */
@Component
@ConditionalOnProperty(name = "crm.seed", havingValue = "true")
class Seed implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Seed.class);
    private static final int MOST_TRIED = 4;

    private final CaseStore store;
    private final Cases cases;
    private final People people;
    private final InstantSource clock;
    private final AtomicReference<Instant> then = new AtomicReference<>(Instant.EPOCH);
    private final RecoveryDesk live;
    private final Authority authority;
    private final Assessor reader;
    private final Concerns concerns;
    private final TransactionOperations whole;
    private RecoveryDesk desk;
    private int number;

    Seed(CaseStore store, Cases cases, People people, InstantSource clock, RecoveryDesk live, Authority authority, Assessor reader,
         Concerns concerns, TransactionOperations whole) {
        this.store = store;
        this.cases = cases;
        this.people = people;
        this.clock = clock;
        this.concerns = concerns;
        this.whole = whole;
        this.live = live;
        this.authority = authority;
        this.reader = reader;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!store.find(CaseQuery.all().withArchived().atMost(1)).isEmpty()) {
            return;
        }
        desk = RecoveryDesk.builder(live.playbook()).store(store).authority(authority).assessor(reader).clock(then::get).build();
        Instant now = clock.instant();
        // In one transaction: all of them or none, and much faster.
        whole.executeWithoutResult(status -> {
            ended(now);
            others(now);
            open(now);
            store.find(CaseQuery.all().atMost(CaseQuery.MOST)).forEach(line -> store.load(line.id()).ifPresent(concerns::index));
        });
        silent(now);
        refused();
        LOG.info("Made {} cases to look at. Switch that off with crm.seed=false.", number);
    }

    private Story story(String who, Instant start, String problem) {
        Person person = person(who);
        return new Story(desk, then::set, cases.idFor(person, "demo case " + ++number), person.actor(), start, problem);
    }

    private record Past(String customer, String problem, String cause, String solution, int daysAgo, int minutesToAnswer, int daysToDeliver) {
    }

    private void ended(Instant now) {
        String courier = "The courier leaves parcels at the wrong door";
        String stock = "The shop shows stock that is not there";
        String voucher = "Vouchers are missing on invoices";
        String weekend = "Nobody reads e-mail at the weekend";
        String sizes = "The size table is wrong";
        List<Past> all = List.of(
            new Past("Ada Mensah", "The parcel was left with a stranger.", courier, "send it again by messenger", 44, 12, 2),
            new Past("Tom Hale", "The parcel never came.", courier, "send it again", 42, 25, 3),
            new Past("Ines Duarte", "The shoes were sold out after I had paid.", stock, "send the newer model", 41, 8, 4),
            new Past("Jon Price", "The voucher was not taken off.", voucher, "correct the invoice", 40, 35, 1),
            new Past("Mia Novak", "The parcel stood in the rain.", courier, "replace what was wet", 38, 14, 3),
            new Past("Li Wen", "I was charged for a lamp that is out of stock.", stock, "refund the lamp", 37, 50, 2),
            new Past("Paul Adeyemi", "No answer from Friday to Tuesday.", weekend, "name one person who answers", 35, 55, 2),
            new Past("Greta Holm", "The parcel went to the old address.", courier, "collect it and bring it", 34, 9, 3),
            new Past("Sam Ortiz", "My voucher has vanished.", voucher, "book the voucher", 33, 18, 1),
            new Past("Nora Falk", "The coat is two sizes too small.", sizes, "exchange the coat", 31, 22, 4),
            new Past("Ravi Shah", "Delivered to a locker that is full.", courier, "bring it to the door", 30, 6, 2),
            new Past("Eva Lang", "The table was in stock, and then it was not.", stock, "reserve the next one", 28, 40, 5),
            new Past("Omar Aziz", "Nobody wrote back for three days.", weekend, "name one person who answers", 27, 58, 1),
            new Past("Kate Byrne", "The parcel was thrown over the fence.", courier, "replace the vase", 26, 11, 3),
            new Past("Leo Marsh", "The second voucher was ignored.", voucher, "correct the invoice", 24, 15, 1),
            new Past("Zoe Clark", "Ordered, paid, cancelled.", stock, "get it from the other store", 22, 27, 3),
            new Past("Ivo Petrov", "It says delivered; it was not.", courier, "send it again", 21, 5, 3),
            new Past("Una Walsh", "The gloves do not fit anybody.", sizes, "exchange the gloves", 19, 33, 2),
            new Past("Ben Archer", "The gift card was for another shop.", "none found", "send the right card", 18, 20, 2),
            new Past("Cleo Stone", "The parcel was opened on the way.", courier, "replace what is missing", 16, 13, 2),
            new Past("Finn Dale", "An order for two came as one.", stock, "send the second one", 14, 45, 2));
        List<String> agents = List.of("anna", "ben", "carl");
        for (Past past : all) {
            Story story = story(agents.get(number % agents.size()), now.minus(Duration.ofDays(past.daysAgo)), past.problem);
            story.opened(past.customer, Channel.EMAIL, Priority.NORMAL, "", Mood.UPSET).minutes(past.minutesToAnswer).taken().called().apologised()
                .heard().confirmed().solved(past.solution).working(past.solution, Duration.ofDays(past.daysToDeliver + 2L)).parted()
                .after(Duration.ofDays(past.daysToDeliver)).delivered().after(Duration.ofDays(1)).asked(true).recovered(past.cause, 5 + number % 6);
        }
    }

    /** Not every customer is won back. */
    private void others(Instant now) {
        story("anna", now.minus(Duration.ofDays(29)), "The sofa came in the wrong colour, for the second time.")
            .opened("Hugo Brandt", Channel.PHONE, Priority.HIGH, "", Mood.BEYOND_IRATE).apologised().heard().confirmed().solved("exchange it")
            .working("exchange it", Duration.ofDays(4)).parted().after(Duration.ofDays(2)).delivered().after(Duration.ofDays(1)).asked(false)
            .does(RecoveryAction.note(ESCALATE, "He wants the sofa for nothing.")).by(actor("sara"))
            .does(RecoveryAction.note(RECORD_PROOF, "Offered exchange, refund and a voucher; he declined all three in writing."))
            .by(actor("anna")).considered("The courier leaves parcels at the wrong door").parted().does(RecoveryAction.of(CLOSE_AS_UNRECOVERED));
        story("ben", now.minus(Duration.ofDays(20)), "The e-bike's charger gets hot.")
            .opened("Vera Sand", Channel.PHONE, Priority.NORMAL, "", Mood.UPSET).apologised().heard()
            .does(RecoveryAction.of(REPORT_WITHDRAWAL)).considered("none found").parted().does(RecoveryAction.of(CLOSE_AS_WITHDRAWN));
        story("carl", now.minus(Duration.ofDays(23)), "The insurance of my parcel was refused.")
            .opened("Edda Thorsen", Channel.PHONE, Priority.NORMAL, "billing", Mood.UPSET).apologised().heard().confirmed()
            .does(RecoveryAction.note(RECORD_REFERRAL, "The insurer decides; she knows whom to ask there and by when."))
            .does(RecoveryAction.checkBack("carl", "ask what the insurer decided", now.plus(Duration.ofDays(6)))).considered("none found").parted()
            .does(RecoveryAction.of(CLOSE_AS_REFERRED));
        story("carl", now.minus(Duration.ofDays(15)), "I was billed twice.")
            .opened("Noel Grant", Channel.CHAT, Priority.LOW, "billing", Mood.CALM)
            .says("I am sorry that you were billed twice. I am looking into it now.", STATE_OWNERSHIP, APOLOGISE)
            .does(RecoveryAction.of(REPORT_WITHDRAWAL)).considered("Vouchers are missing on invoices").parted()
            .does(RecoveryAction.of(CLOSE_AS_WITHDRAWN));
    }

    /** Some things were tried that the rules refuse: nothing is written of them but the CRM's own count. */
    private void refused() {
        Person anna = person("anna");
        for (QueueLine line : cases.queue(anna, QueueFilter.MINE, Optional.empty(), MOST_TRIED).lines()) {
            tried(anna, line, RecoveryAction.transfer("ben"));
            tried(anna, line, RecoveryAction.of(CLOSE_AS_RECOVERED));
        }
        Person ben = person("ben");
        cases.queue(ben, QueueFilter.MINE, Optional.empty(), MOST_TRIED).lines().forEach(line -> tried(ben, line, RecoveryAction.transfer("anna")));
        cases.queue(ben, QueueFilter.UNOWNED, Optional.empty(), MOST_TRIED).lines().forEach(line -> tried(ben, line, RecoveryAction.of(PARK)));
    }

    private void tried(Person person, QueueLine line, RecoveryAction action) {
        Command command = Command.does(person.actor(), action);
        if (!cases.preview(person, line.recoveryCase().id(), command).isPermitted()) {
            cases.perform(person, line.recoveryCase().id(), line.recoveryCase().version(), command);
        }
    }

    private Actor actor(String who) {
        return person(who).actor();
    }

    private Person person(String who) {
        return people.find(who).orElseThrow(() -> new IllegalStateException("The demo cases need somebody called " + who + "."));
    }

    /** Whether an answer is overdue, the clock says: a tick of that time, which sees only what was committed. */
    private void silent(Instant now) {
        Story story = story("ben", now.minus(Duration.ofDays(26)), "The instructions are missing.");
        story.opened("Rosa Keller", Channel.EMAIL, Priority.LOW, "", Mood.CALM).minutes(50).taken().on(Channel.EMAIL)
            .does(RecoveryAction.followUp("ben", "ask her again", now.minus(Duration.ofDays(24))))
            .says("Which instructions do you mean?", STATE_OWNERSHIP, ASK_TO_RESTATE);
        for (Channel channel : List.of(Channel.PHONE, Channel.EMAIL, Channel.PHONE)) {
            story.after(Duration.ofHours(8)).does(RecoveryAction.notReached(channel));
        }
        story.after(Duration.ofDays(8)).ticked().considered("none found").does(RecoveryAction.of(CLOSE_AS_UNANSWERED));
        store.find(CaseQuery.all().in(RecoveryState.UNANSWERED)).forEach(line -> store.load(line.id()).ifPresent(concerns::index));
    }

    private void open(Instant now) {
        story("anna", now.minus(Duration.ofMinutes(18)), "Both lamps arrived broken, and the box was open.")
            .opened("Marta Okafor", Channel.EMAIL, Priority.HIGH, "shop", Mood.IRATE);
        story("anna", now.minus(Duration.ofMinutes(170)), "I cannot find my invoice of last month.")
            .opened("Stefan Roos", Channel.PORTAL, Priority.LOW, "billing", Mood.CALM);
        story("ben", now.minus(Duration.ofMinutes(95)), "Three letters, and no answer to any of them.")
            .opened("Helen Pryce", Channel.LETTER, Priority.NORMAL, "", Mood.UPSET);
        story("anna", now.minus(Duration.ofMinutes(9)), "The party is on Saturday, and the tent has no poles.")
            .opened("Dario Conti", Channel.PHONE, Priority.URGENT, "shop", Mood.IRATE);
        story("ben", now.minus(Duration.ofHours(5)), "The dishwasher leaks since your fitter was here.")
            .opened("Amina Yusuf", Channel.PHONE, Priority.HIGH, "shop", Mood.UPSET).apologised().heard().confirmed()
            .does(RecoveryAction.followUp("ben", "tell her when the fitter comes", now.plus(Duration.ofHours(20)))).parted();
        story("anna", now.minus(Duration.ofHours(30)), "The wardrobe came without doors.")
            .opened("Oskar Lindgren", Channel.PHONE, Priority.NORMAL, "shop", Mood.UPSET).apologised().heard().confirmed()
            .solved("the doors come by courier").promised("the doors are at your home by tomorrow evening", Duration.ofHours(52))
            .working("the doors come by courier", Duration.ofDays(4)).parted();
        story("ben", now.minus(Duration.ofDays(3)), "The mattress was not collected, for the third time.")
            .opened("Ruth Ellison", Channel.PHONE, Priority.NORMAL, "shop", Mood.BEYOND_IRATE).apologised().heard().confirmed()
            .solved("collect it with our own van").promised("the mattress is collected by yesterday noon", Duration.ofHours(44))
            .working("collect it with our own van", Duration.ofDays(5)).parted();
        story("anna", now.minus(Duration.ofMinutes(25)), "You charged my card after I had cancelled.")
            .opened("Pilar Reyes", Channel.PHONE, Priority.HIGH, "shop", Mood.IRATE).apologised().minutes(3)
            .does(RecoveryAction.requestTransfer("ben"),
                RecoveryAction.note(BRIEF_RECEIVER, "Cancelled on the 2nd, charged on the 4th. She is angry."));
        story("carl", now.minus(Duration.ofDays(4)), "The invoice has my neighbour's name on it.")
            .opened("Jonas Weber", Channel.PHONE, Priority.NORMAL, "billing", Mood.UPSET).apologised().heard().confirmed().solved("a new invoice")
            .working("a new invoice", Duration.ofHours(98)).parted().after(Duration.ofHours(20)).delivered();
        story("ben", now.minus(Duration.ofHours(3)), "The boiler manual is in a language that I do not read.")
            .opened("Freya Nilsen", Channel.PHONE, Priority.NORMAL, "shop", Mood.CALM).apologised()
            .says("Please tell me from the beginning: what happened?", ASK_TO_RESTATE)
            .does(RecoveryAction.note(RECORD_STORY, "The manual is in the wrong language."),
                RecoveryAction.note(RECORD_FEELING, "Annoyed."), RecoveryAction.note(RECORD_FAILURE, "We packed the wrong manual."))
            .says("So you cannot use it before you have the right manual.", PARAPHRASE).does(RecoveryAction.mood(Mood.CALM))
            .waived("open-questions", actor("sara"), "She told it all unasked.", RecoveryAction.of(CONFIRM_STORY));
    }
}
