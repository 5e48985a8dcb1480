package org.servicerecovery.diagram;

import java.util.List;
import java.util.stream.Collectors;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Plan;

/**
 * Pictures as Mermaid text, drawn from what a playbook says or what happened: never by hand. The same input gives the same
 * text. Safe for many threads.
 */
public final class Mermaid {
    private Mermaid() {
    }

    /**
     * The states of a playbook, and on the arrows the steps that lead from one to another. Rows that keep the state are left
     * out; {@link Tables#rows} has them.
     *
     * @param playbook any
     * @return a {@code stateDiagram-v2}, lines ended by a line feed
     */
    public static String states(Playbook playbook) {
        return new StatePicture(playbook).text();
    }

    /**
     * Who said and did what, in order: the story of one case or of a part of it.
     *
     * @param history events of one case, in order, possibly none
     * @return a {@code sequenceDiagram}, lines ended by a line feed
     */
    public static String sequence(List<CaseEvent> history) {
        return new SequencePicture(history).text();
    }

    /**
     * The way that a plan leads: a box for each stay in a state, in it the steps from top to bottom.
     *
     * @param plan any; without steps, the picture is empty
     * @return a {@code flowchart}, lines ended by a line feed
     */
    public static String way(Plan plan) {
        return new WayPicture(plan).text();
    }

    /** Plain words stay as they are; whatever Mermaid could take for syntax becomes the code of its character. */
    static String label(String text) {
        return text.codePoints().mapToObj(Mermaid::shown).collect(Collectors.joining());
    }

    private static String shown(int character) {
        if (Character.isWhitespace(character) || Character.isISOControl(character)) {
            return " ";
        }
        boolean plain = Character.isLetterOrDigit(character) || " ,.'()/_-".indexOf(character) >= 0;
        return plain ? Character.toString(character) : "#" + character + ";";
    }
}
