package org.servicerecovery.examples.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.servicerecovery.wording.Draft;
import org.servicerecovery.wording.Reviewer;
import org.servicerecovery.wording.Wording;

/**
 * Reading what agents write: ordinary messages, one behind the other up to a length. Divide the length by the time for characters in a microsecond,
 * which are megabytes in a second. The rival is what a team writes by itself: thirty regular expressions, which know fewer than one in a hundred of
 * the library's phrases.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WordingBenchmark {
    private static final List<Pattern> BY_HAND = List.of("\\bcompany policy\\b", "\\bagainst (our|the) policy\\b", "\\bI don['\u2019]?t know\\b", "\\b(we|I) (can['\u2019]?t|cannot|can not)\\b",
        "\\b(we|I)('ll| will) try\\b", "\\bnothing (more )?(I|we) can do\\b", "\\bnot my (job|department|fault)\\b", "\\byou('ll| will)? have to\\b", "\\bcalm down\\b", "\\byou should have\\b",
        "\\bas I (said|told you)\\b", "\\bfeel free to (call|contact|reach)", "\\b(do not|don['\u2019]?t) hesitate to\\b", "\\bany inconvenience\\b", "\\bsorry if\\b", "\\bsorry (that )?you feel\\b", "\\bmistakes were made\\b",
        "\\bmy bad\\b", "\\bsorry ['\u2019]?bout\\b", "\\bobviously\\b", "\\bI('m| am) new\\b", "\\bI wasn['\u2019]?t (there|here)\\b", "\\b(he|she|they) (forgot|messed up)\\b", "\\bthe system (won['\u2019]?t|doesn['\u2019]?t)\\b", "\\bwe('re| are) short[- ]staffed\\b",
        "\\bI guarantee\\b", "\\bnever happen again\\b", "\\bas soon as possible\\b", "\\bapologi[sz]e\\b", "\\bsorry\\b").stream().map(one -> Pattern.compile(one, Pattern.CASE_INSENSITIVE)).toList();

    private static final Reviewer WORDING = Wording.in("en");

    /** In characters. */
    @Param({"500", "10000", "1000000"})
    int length = 500;
    private Draft draft;

    /** Ordinary messages up to the length. */
    @Setup
    public void write() {
        try (InputStream in = WordingBenchmark.class.getResourceAsStream("ordinary-messages.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\\n", "\n").replace("\n", "\n\n");
            draft = Draft.of(all.repeat(length / all.length() + 1).substring(0, length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All findings. */
    @Benchmark
    public int review() {
        return WORDING.review(draft).findings().size();
    }

    /** What thirty regular expressions find. */
    @Benchmark
    public int regularExpressions() {
        int found = 0;
        for (Pattern pattern : BY_HAND) {
            Matcher matcher = pattern.matcher(draft.text());
            while (matcher.find()) {
                found++;
            }
        }
        return found;
    }
}
