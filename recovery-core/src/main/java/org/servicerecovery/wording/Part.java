package org.servicerecovery.wording;

import java.util.List;

/** A part of a phrase as it was read. */
sealed interface Part {
    /** One word of a set. */
    record Word(int set) implements Part {
    }

    /** One word that is not of a set. */
    record Other(int set) implements Part {
    }

    /** So many words at least and at most, whatever they are. */
    record Gap(int least, int most) implements Part {
    }

    /** One after the other. */
    record Row(List<Part> parts) implements Part {
    }

    /** One of them. */
    record Either(List<Part> parts) implements Part {
    }

    /** It, or nothing. */
    record Maybe(Part part) implements Part {
    }

    /** How few words it takes. */
    default int least() {
        if (this instanceof Row row) {
            return row.parts.stream().mapToInt(Part::least).sum();
        }
        if (this instanceof Either either) {
            return either.parts.stream().mapToInt(Part::least).min().orElse(0);
        }
        if (this instanceof Gap gap) {
            return gap.least;
        }
        return this instanceof Maybe ? 0 : 1;
    }

    /** How many words it takes at most. */
    default int most() {
        if (this instanceof Row row) {
            return row.parts.stream().mapToInt(Part::most).sum();
        }
        if (this instanceof Either either) {
            return either.parts.stream().mapToInt(Part::most).max().orElse(0);
        }
        if (this instanceof Maybe maybe) {
            return maybe.part.most();
        }
        return this instanceof Gap gap ? gap.most : 1;
    }
}
