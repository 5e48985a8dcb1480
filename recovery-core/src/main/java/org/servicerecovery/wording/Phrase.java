package org.servicerecovery.wording;

/** One phrase, ready to be looked for in sentences. Immutable. */
final class Phrase {
    private final int[] forward;
    private final int[] backward;
    private final boolean atStart;
    private final boolean atEnd;

    Phrase(PhraseParser.Parsed parsed, Lexicon lexicon) {
        forward = Steps.forward(parsed.part(), lexicon);
        backward = Steps.backward(parsed.part(), lexicon);
        atStart = parsed.atStart();
        atEnd = parsed.atEnd();
    }

    /** The places where it ends, as bits. */
    long ends(Places at) {
        long found = Steps.forward(forward, 0, forward.length, starts(at), at);
        return atEnd ? found & at.end() : found;
    }

    /** The first place from which it can have come to this end. */
    int begin(Places at, int end) {
        return Long.numberOfTrailingZeros(Steps.backward(backward, 0, backward.length, 1L << end, at) & starts(at));
    }

    private long starts(Places at) {
        return atStart ? at.beginning() : at.all();
    }
}
