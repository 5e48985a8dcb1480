package org.servicerecovery.examples.crm.pages;

import java.util.List;

/**
 * What is to be read first.
 *
 * @param kind   done, checked, refused, wrong or stale
 * @param title  one sentence
 * @param whys   why it was refused
 * @param advice what to hear although it was done
 * @param places problems of fields: the text, and where the field is
 * @param since  what happened since the person looked
 */
public record Notice(Kind kind, String title, List<Why> whys, List<String> advice, List<Remedy> places, List<Entry> since) {
    /** What sort of notice. */
    public enum Kind {
        /** It was done. */
        DONE,
        /** It would be permitted. */
        CHECKED,
        /** A rule refuses it. */
        REFUSED,
        /** What was typed makes no sense. */
        WRONG,
        /** The case has changed meanwhile. */
        STALE
    }

    public Notice {
        whys = List.copyOf(whys);
        advice = List.copyOf(advice);
        places = List.copyOf(places);
        since = List.copyOf(since);
    }

    static Notice of(Kind kind, String title) {
        return new Notice(kind, title, List.of(), List.of(), List.of(), List.of());
    }

    Notice because(List<Why> reasons) {
        return new Notice(kind, title, reasons, advice, places, since);
    }

    Notice advising(List<String> sentences) {
        return new Notice(kind, title, whys, sentences, places, since);
    }

    Notice at(List<Remedy> fields) {
        return new Notice(kind, title, whys, advice, fields, since);
    }

    Notice after(List<Entry> entries) {
        return new Notice(kind, title, whys, advice, places, entries);
    }
}
