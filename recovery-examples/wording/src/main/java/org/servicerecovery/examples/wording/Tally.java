package org.servicerecovery.examples.wording;

/**
 * How often a finding was right.
 *
 * @param hits      found, and there
 * @param falseHits found, and not there
 * @param misses    there, and not found
 * @param quiet     neither
 */
record Tally(int hits, int falseHits, int misses, int quiet) {
    static final Tally NONE = new Tally(0, 0, 0, 0);
    /** Of the normal distribution, for 95 of 100. */
    private static final double Z = 1.959964;

    Tally with(boolean has, boolean found) {
        return new Tally(hits + (has && found ? 1 : 0), falseHits + (!has && found ? 1 : 0), misses + (has && !found ? 1 : 0),
            quiet + (!has && !found ? 1 : 0));
    }

    Tally and(Tally other) {
        return new Tally(hits + other.hits, falseHits + other.falseHits, misses + other.misses, quiet + other.quiet);
    }

    /** The share of what was found that is there. */
    Share precision() {
        return Share.of(hits, hits + falseHits);
    }

    /** The share of what is there that was found. */
    Share recall() {
        return Share.of(hits, hits + misses);
    }

    /**
     * A share, with the interval in which the true one lies 95 times in 100 (Wilson's score interval, which holds for few cases too).
     *
     * @param share of the cases counted, 0 to 1
     * @param low   the lower bound
     * @param high  the upper bound
     * @param of    how many were counted
     */
    record Share(double share, double low, double high, int of) {
        static Share of(int some, int all) {
            if (all == 0) {
                return new Share(0, 0, 1, 0);
            }
            double share = some / (double) all;
            double middle = share + Z * Z / (2 * all);
            double spread = Z * Math.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all));
            double whole = 1 + Z * Z / all;
            return new Share(share, (middle - spread) / whole, (middle + spread) / whole, all);
        }
    }
}
