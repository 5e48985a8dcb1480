package org.servicerecovery.examples.walkthrough;

import java.io.Serializable;

/** A mistake in a case file: where it is, what it is, and what to do about it. Nothing was played. */
public final class CaseFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Place place;

    CaseFileException(Place place, String problem) {
        super(place + ": " + problem);
        this.place = place;
    }

    /**
     * Where the mistake is.
     *
     * @return never null
     */
    public Place place() {
        return place;
    }

    /**
     * A place in a case file.
     *
     * @param file   its name, as the user gave it
     * @param line   from 1; 0 for the file as a whole
     * @param column from 1; 0 for the file as a whole
     */
    public record Place(String file, int line, int column) implements Serializable {
        static Place of(String file) {
            return new Place(file, 0, 0);
        }

        @Override
        public String toString() {
            return line == 0 ? file : file + ":" + line + ":" + column;
        }
    }
}
