package org.servicerecovery.examples.crm.pages;

import java.util.List;
import org.servicerecovery.examples.crm.forms.Choice;
import org.servicerecovery.model.Channel;

/**
 * The form for what is said to the customer.
 *
 * @param acts     what the words can do now
 * @param closed   what they cannot do now, with the reasons
 * @param also     what can be done in the same go, such as setting the follow-up
 * @param pledges  what is wanted of all of them
 * @param hints    likewise, what is seen by itself
 * @param channels from which to choose
 * @param channel  the one to begin with
 */
public record Composer(List<Deed> acts, List<Deed> closed, List<Deed> also, List<Pledge> pledges, List<String> hints, List<Choice> channels,
                       Channel channel) {
    public Composer {
        acts = List.copyOf(acts);
        closed = List.copyOf(closed);
        also = List.copyOf(also);
        pledges = List.copyOf(pledges);
        hints = List.copyOf(hints);
        channels = List.copyOf(channels);
    }

    /** Whether one of the closed acts is to be seen at once. */
    public boolean unfolded(Typed typed) {
        return closed.stream().anyMatch(deed -> deed.told() || typed.takes(Typed.COMPOSER, deed.form().step()));
    }
}
