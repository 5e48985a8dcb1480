package org.servicerecovery.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.spi.CaseCount;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.CaseSummary;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.Loaded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps cases in a database: H2 in a file as the embedded default, PostgreSQL or MariaDB where several nodes share the work. Needs the
 * database's driver and Jackson (jackson-databind 2) on the class path. Safe for many threads and many processes.
 *
 * <p>A command is one read and one write: everything of it in one transaction, on PostgreSQL in one statement. The transaction is the host's
 * where there is one ({@link Transactions}, {@link #joining}), otherwise the store's own. Every event's hash covers the one before it, and
 * texts and names are covered by salted digests, so that they can be erased and {@link #verifyHistory} still finds what was changed. The hashes
 * are not signed: whoever can rewrite a whole history can hash it anew. Note {@link #seal} elsewhere if that matters.
 *
 * <p>Every method throws {@link StoreException} if the database refuses, {@link UnreadableEventException} if what is stored about a case cannot be
 * understood (the others go on), and {@link ArchivedCaseException} where a case in the archive would have to be changed or loaded.
 */
public final class JdbcCaseStore implements CaseStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcCaseStore.class);

    private final Work work;
    private final CaseTable cases;
    private final DueClaims due;
    private final DeliveryTable deliveries;
    private final Lists lists;
    private final Archive archive;
    private final Runnable close;

    private JdbcCaseStore(Transactions transactions, Runnable close) {
        this.close = close;
        Payloads payloads = new Payloads();
        try {
            Dialect dialect = transactions.singly(connection -> {
                Dialect found = Dialect.of(connection);
                Schema.check(connection, found);
                if (found == Dialect.H2) {
                    H2Survival.doubts(connection).forEach(LOG::warn);
                }
                return found;
            });
            work = new Work(transactions, dialect);
        } catch (SQLException e) {
            throw StoreException.opening("The database's tables could not be looked at: " + e.getMessage() + ". Check the connection and the user's rights.", e);
        }
        cases = new CaseTable(work, payloads);
        due = new DueClaims(work);
        deliveries = new DeliveryTable(work, payloads);
        lists = new Lists(work);
        archive = new Archive(work, payloads, cases);
    }

    /**
     * Cases in the host's database, in transactions of the store's own unless {@link #joining} lends it one.
     *
     * @param source where connections come from, best a pool
     * @return the store
     * @throws StoreException if the tables are missing or of another version, or the database is none of the three
     */
    public static JdbcCaseStore over(DataSource source) {
        return over(Transactions.own(source));
    }

    /**
     * Cases in the host's database, in the host's transactions.
     *
     * @param transactions how to come by connections; close to the host's framework
     * @return the store
     * @throws StoreException if the tables are missing or of another version, or the database is none of the three
     */
    public static JdbcCaseStore over(Transactions transactions) {
        return new JdbcCaseStore(Objects.requireNonNull(transactions, "transactions"), () -> {
        });
    }

    /**
     * The embedded default: an H2 database in a file, made if it is not there, for one process at a time. What was acknowledged survives
     * the process being killed.
     *
     * @param file its path without the ending {@code .mv.db}
     * @return the store; close it when the process ends
     * @throws StoreException if another process has it open, or it cannot be opened or made
     */
    public static JdbcCaseStore inFile(Path file) {
        H2File opened = H2File.open(file);
        try {
            createSchema(opened.source());
            return new JdbcCaseStore(Transactions.own(opened.source()), opened::close);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Makes the tables if there are none; leaves them alone otherwise. Hosts with a migration tool give it the scripts beside this class instead
     * ({@code h2}, {@code postgresql} or {@code mariadb}). Several nodes may call it at once.
     *
     * @param source of connections that may create tables
     * @throws StoreException if the database refuses
     */
    public static void createSchema(DataSource source) {
        try {
            Transactions.own(source).alone(connection -> {
                Schema.create(connection, Dialect.of(connection));
                return null;
            });
        } catch (SQLException e) {
            throw StoreException.opening("The tables could not be created: " + e.getMessage() + ". Check the user's rights, or run the script by hand.", e);
        }
    }

    /**
     * Has everything that the work does with this store, on this thread, done on a connection of the host's, in its transaction. Hooks are then
     * told at the next tick, because nobody tells the store of the commit. A lost race that the database reports by breaking the transaction
     * comes as a {@link StoreException}: roll back, and repeat all of it.
     *
     * @param connection the host's, without auto-commit
     * @param work       what is to be done
     * @param <T>        what it yields
     * @return its outcome
     * @throws InvalidInputException if the store was made over transactions of the host's, which join by themselves
     */
    public <T> T joining(Connection connection, Supplier<T> work) {
        if (this.work.transactions() instanceof OwnTransactions own) {
            return own.joining(connection, work);
        }
        throw new InvalidInputException("This store takes part in the transactions that it was given, and needs no connection besides. Leave out joining(…).");
    }

    @Override
    public Optional<RecoveryCase> load(String caseId) {
        return cases.load(caseId);
    }

    @Override
    public Optional<Loaded> load(String caseId, String commandId) {
        return cases.load(caseId, commandId);
    }

    /** {@inheritDoc} Also those of an archived case. */
    @Override
    public List<CaseEvent> history(String caseId) {
        return cases.history(caseId);
    }

    @Override
    public boolean append(Loaded before, List<CaseEvent> events, RecoveryCase after, List<Delivery> told) {
        return cases.append(before, events, after, told);
    }

    @Override
    public void afterCommit(Runnable later) {
        work.transactions().afterCommit(later);
    }

    @Override
    public List<String> claimDue(Instant now, Instant until, int limit) {
        return due.claim(now, until, limit);
    }

    @Override
    public void unclaim(String caseId) {
        due.unclaim(caseId);
    }

    @Override
    public List<Delivery> claimDeliveries(String hook, Optional<String> caseId, Instant now, Instant until, int limit) {
        return deliveries.claim(hook, caseId, now, until, limit);
    }

    @Override
    public void delivered(Delivery delivery) {
        deliveries.delivered(delivery);
    }

    @Override
    public void retry(Delivery failed) {
        deliveries.retry(failed);
    }

    @Override
    public List<Delivery> deadLetters(int limit) {
        return deliveries.dead(limit);
    }

    @Override
    public List<Delivery> waiting(Instant since, int limit) {
        return deliveries.waiting(since, limit);
    }

    @Override
    public List<CaseSummary> find(CaseQuery query) {
        return lists.find(query);
    }

    @Override
    public List<CaseCount> counts() {
        return lists.counts();
    }

    /**
     * Whether everything stored about a case is what was written: no event missing, changed, added or moved, no text exchanged, and the snapshot
     * what the events add up to. What was erased is not missed. Works on archived cases too.
     *
     * @param caseId which
     * @return the first broken link; empty if all is well, or there is no such case
     */
    public Optional<BrokenLink> verifyHistory(String caseId) {
        return cases.verify(caseId);
    }

    /**
     * The hash of a case's last event, which covers all of its history. Whoever notes it somewhere else can tell later that nobody rewrote the
     * history as a whole.
     *
     * @param caseId which
     * @return 64 hexadecimal digits; empty if there is no such case
     */
    public Optional<String> seal(String caseId) {
        return work.singly("Reading case " + caseId, connection -> Optional.ofNullable(cases.line(connection, caseId, "")).map(CaseTable.Line::seal));
    }

    /**
     * Puts cases away that ended, whose last entry is older, whose clocks have all stopped and of which every hook has been told: their events become
     * one compressed piece, and lists, counts and desks no longer see them. Their ids stay taken.
     *
     * @param before only those without an entry since then
     * @return how many
     */
    public int archive(Instant before) {
        return everywhere(CaseQuery.all().in(RecoveryState.RECOVERED, RecoveryState.UNRECOVERED, RecoveryState.UNANSWERED, RecoveryState.WITHDRAWN,
            RecoveryState.REFERRED), line -> archive.put(line, before)).size();
    }

    /**
     * Takes a case out of the archive, as it was put in.
     *
     * @param caseId which
     * @return false if it is not there
     */
    public boolean unarchive(String caseId) {
        return archive.takeOut(caseId);
    }

    /**
     * Erases a customer on request (GDPR, article 17): the name and every text of the customer's ended cases, archived ones among them. What was
     * done, when, by which rules, and the hashes stay. Open cases are left alone and reported: end them first, for instance as withdrawn.
     *
     * @param customer the host's identifier
     * @return what was done
     */
    public Erased eraseCustomer(String customer) {
        return erase(CaseQuery.all().withArchived().of(customer), (kind, value) -> !kind.equals(Erasable.PERSON));
    }

    /**
     * Erases the name of somebody who served customers, wherever it stands for that person in ended cases: as actor, owner, holder, receiver,
     * helper. Free texts are not searched. Reads every case, so that it takes its time.
     *
     * @param person the actor's id
     * @return what was done
     */
    public Erased erasePerson(String person) {
        return erase(CaseQuery.all().withArchived(), (kind, value) -> kind.equals(Erasable.PERSON) && value.equals(person));
    }

    private Erased erase(CaseQuery query, BiPredicate<String, String> which) {
        List<CaseSummary> touched = everywhere(query, line -> archive.erase(line.id(), !line.state().isEnd(), which));
        List<String> ended = new ArrayList<>();
        List<String> open = new ArrayList<>();
        touched.forEach(line -> (line.state().isEnd() ? ended : open).add(line.id()));
        return new Erased(ended, open);
    }

    private List<CaseSummary> everywhere(CaseQuery query, Predicate<CaseSummary> change) {
        List<CaseSummary> changed = new ArrayList<>();
        CaseQuery pages = query.atMost(CaseQuery.MOST);
        for (List<CaseSummary> page = find(pages); !page.isEmpty(); page = find(pages.after(page.get(page.size() - 1)))) {
            page.stream().filter(change).forEach(changed::add);
        }
        return changed;
    }

    /** Closes the embedded database; does nothing over a data source of the host's. */
    @Override
    public void close() {
        close.run();
    }
}
