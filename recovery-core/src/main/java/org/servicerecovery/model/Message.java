package org.servicerecovery.model;

/**
 * Words that the customer receives, in one message or stretch of talk.
 *
 * @param channel through which
 * @param text    what was said; on a live channel what the agent noted of it. Never blank, at most 100,000 characters
 */
public record Message(Channel channel, String text) {
    /**
     * @throws InvalidInputException if a part is null or the text is blank, too long or has control characters
     */
    public Message {
        Texts.present("The message's channel", channel);
        Texts.text("The message's text", text);
    }
}
