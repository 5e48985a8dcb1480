package org.servicerecovery.model;

/**
 * A way to talk with the customer, by what it can carry (D06–D08): two-way, tone of voice, body language, a durable record.
 */
public enum Channel {
    /** Face to face. */
    IN_PERSON(true, true, true, false),
    /** Video call. */
    VIDEO(true, true, true, false),
    /** Telephone. */
    PHONE(true, true, false, false),
    /** Live chat: two-way, but nobody hears a tone. */
    CHAT(true, false, false, true),
    /** Text message on a telephone. */
    SMS(false, false, false, true),
    /** A public or private message in a social network. */
    SOCIAL(false, false, false, true),
    /** Electronic mail. */
    EMAIL(false, false, false, true),
    /** A web form or a portal's ticket. */
    PORTAL(false, false, false, true),
    /** Paper. */
    LETTER(false, false, false, true);

    private final boolean twoWay;
    private final boolean hearsTone;
    private final boolean seesBody;
    private final boolean durable;

    Channel(boolean twoWay, boolean hearsTone, boolean seesBody, boolean durable) {
        this.twoWay = twoWay;
        this.hearsTone = hearsTone;
        this.seesBody = seesBody;
        this.durable = durable;
    }

    /**
     * Both sides talk at once.
     *
     * @return true for a live channel
     */
    public boolean twoWay() {
        return twoWay;
    }

    /**
     * The tone of voice is heard (D07).
     *
     * @return true if it is
     */
    public boolean hearsTone() {
        return hearsTone;
    }

    /**
     * Body language is seen (C13).
     *
     * @return true if it is
     */
    public boolean seesBody() {
        return seesBody;
    }

    /**
     * What was said can be read again later (B39).
     *
     * @return true for a written channel
     */
    public boolean durable() {
        return durable;
    }
}
