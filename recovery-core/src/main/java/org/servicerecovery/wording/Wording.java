package org.servicerecovery.wording;

import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Trait;

/**
 * Reads texts in one language by phrases that are data: one file for each language, loaded once, which takes a second or more. Takes a time that grows with the length of
 * the text and with nothing else. Immutable, and safe for many threads.
 */
public final class Wording implements Reviewer {
    private final PhraseBook book;
    private final Comparing comparing;
    private final Map<String, String> silenced;

    private Wording(PhraseBook book, Map<String, String> silenced) {
        this.book = book;
        this.silenced = Map.copyOf(silenced);
        comparing = new Comparing(book);
    }

    /**
     * The phrases that come with the library.
     *
     * @param language {@code en} or {@code de}
     * @return a reviewer
     * @throws InvalidInputException if there are none for the language
     * @throws IllegalStateException if a library that it needs is not there
     */
    public static Wording in(String language) {
        return with("texts", "org.apache.opennlp:opennlp-tools and org.snakeyaml:snakeyaml-engine", () -> new Wording(PhraseBook.of(language), Map.of()));
    }

    /** A library that is optional is missed only here, and is to be told by name. */
    private static <T> T with(String what, String libraries, Supplier<T> work) {
        try {
            return work.get();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException("To read " + what + ", " + libraries + " must be on the class path; they are optional to this library.", e);
        }
    }

    /**
     * A host's own phrases, of any language for which there is a Snowball stemmer.
     *
     * @param yaml the file in UTF-8, as docs/wording.md describes it; read to its end, and left open
     * @param name what it is called in messages
     * @return a reviewer
     * @throws InvalidInputException if the file has a mistake; the message names the place
     */
    public static Wording of(InputStream yaml, String name) {
        return new Wording(new PhraseBook(yaml, name), Map.of());
    }

    /**
     * The same, with phrases of a host's own: new kinds of findings, or more phrases (and exceptions) for those that are there. The file looks like
     * those of the library, see docs/wording.md; all but {@code findings} may be left out.
     *
     * @param yaml  the file in UTF-8; read to its end, and left open
     * @param name  what it is called in messages
     * @return another reviewer
     * @throws InvalidInputException if the file has a mistake; the message names the place
     */
    public Wording with(InputStream yaml, String name) {
        return new Wording(book.and(PhraseFile.read(yaml, name)), silenced);
    }

    /**
     * The same, except that one kind of finding is not heard of any more.
     *
     * @param finding such as {@code jargon}
     * @param reason  why; kept with it
     * @return another reviewer
     * @throws InvalidInputException if there is no such kind, or no reason
     */
    public Wording silencing(String finding, String reason) {
        if (!book.entries().containsKey(finding)) {
            throw new InvalidInputException("There is no finding " + finding + ". There are: " + String.join(", ", book.entries().keySet()) + ".");
        }
        if (reason == null || reason.isBlank()) {
            throw new InvalidInputException("Say why " + finding + " is not to be heard of.");
        }
        Map<String, String> more = new HashMap<>(silenced);
        more.put(finding, reason);
        return new Wording(book, more);
    }

    /**
     * What is looked for.
     *
     * @return in the order of the file
     */
    public List<FindingKind> kinds() {
        return book.entries().values().stream().map(Entry::kind).toList();
    }

    /**
     * What is not heard of, and why.
     *
     * @return reasons by kind of finding
     */
    public Map<String, String> silenced() {
        return silenced;
    }

    @Override
    public Review review(Draft draft) {
        Objects.requireNonNull(draft, "draft");
        char[] own = switch (draft.format()) {
            case TEXT -> MailText.of(draft.text());
            case HTML -> with("HTML", "org.jsoup:jsoup", () -> HtmlText.of(draft.text()));
            case MARKDOWN -> with("Markdown", "org.commonmark:commonmark", () -> MarkdownText.of(draft.text()));
        };
        List<Finding> read = new Reader(book, draft.text(), own).read();
        List<Finding> all = comparing.compared(draft, own, read).stream().sorted(Finding.IN_ORDER).toList();
        Map<Boolean, List<Finding>> parted = all.stream().collect(Collectors.partitioningBy(finding -> silenced.containsKey(finding.kind().id())));
        return new Review(parted.get(false), traits(parted.get(false)), parted.get(true));
    }

    @Override
    public Set<Trait> shows() {
        Set<Trait> shows = new HashSet<>();
        book.entries().values().stream().filter(entry -> !silenced.containsKey(entry.kind().id())).forEach(entry -> {
            shows.addAll(entry.kind().traits());
            shows.addAll(entry.kind().may());
            entry.unless().values().forEach(shows::addAll);
        });
        return Set.copyOf(shows);
    }

    private Set<Trait> traits(List<Finding> findings) {
        Set<String> ids = findings.stream().map(finding -> finding.kind().id()).collect(Collectors.toSet());
        Set<Trait> traits = new HashSet<>();
        for (Finding finding : findings) {
            Entry entry = book.entries().get(finding.kind().id());
            boolean sure = finding.sure() && !entry.kind().traits().isEmpty();
            traits.addAll(sure ? entry.kind().traits() : entry.kind().may());
            entry.unless().forEach((other, more) -> {
                if (!ids.contains(other)) {
                    traits.addAll(more);
                }
            });
        }
        return traits;
    }
}
