package org.servicerecovery.examples.crm.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.diagram.Mermaid;
import org.servicerecovery.examples.crm.forms.Labels;
import org.servicerecovery.model.RecoveryState;
import org.springframework.stereotype.Component;

/**
 * The states and what leads from one to another, as lines and boxes: read from the library's own picture of the playbook, so that it is the
 * same one. Only where the boxes stand is decided here.
 */
@Component
class StatesPicture {
    private static final Pattern ARROW = Pattern.compile(" *(\\w+) --> (\\w+) : (.+)");
    private static final int WIDTH = 128;
    private static final int HEIGHT = 44;
    private static final int COLUMN = 150;
    private static final int OPEN_ROW = 74;
    private static final int END_ROW = 236;
    private static final int LIFT = 26;
    private final List<Arrow> arrows = new ArrayList<>();
    private final Map<String, Box> boxes = new LinkedHashMap<>();

    /** A box by its left upper corner. */
    record Box(String name, String label, int x, int y, int width, int height) {
        int middle() {
            return x + width / 2;
        }

        int bottom() {
            return y + height;
        }
    }

    /** From one box to another, by whatever steps; the path is that of the line. */
    record Arrow(String from, String to, String label, String path) {
        /** Whether it leads on from that state. */
        boolean leadsFrom(RecoveryState state) {
            return from.equals(state.name()) || from.equals("ENDED_CASES") && state.isEnd() || from.equals("OPEN_CASES") && !state.isEnd()
                || from.equals("OWNED_CASES") && !state.isEnd() && state != RecoveryState.AWAITING;
        }
    }

    StatesPicture(RecoveryDesk desk) {
        group("OPEN_CASES", "Open", 6, 30, 756, 116);
        group("OWNED_CASES", "With an owner", 156, 50, 600, 86);
        group("ENDED_CASES", "Ended", 6, 214, 756, 84);
        RecoveryState[] ends = {RecoveryState.WITHDRAWN, RecoveryState.REFERRED, RecoveryState.UNRECOVERED, RecoveryState.UNANSWERED,
            RecoveryState.RECOVERED};
        for (int i = 0; i < ends.length; i++) {
            state(RecoveryState.values()[i], i, OPEN_ROW);
            state(ends[i], i, END_ROW);
        }
        Mermaid.states(desk.playbook()).lines().forEach(line -> {
            Matcher arrow = ARROW.matcher(line);
            if (arrow.matches() && boxes.containsKey(arrow.group(1)) && boxes.containsKey(arrow.group(2))) {
                String path = path(boxes.get(arrow.group(1)), boxes.get(arrow.group(2)));
                arrows.add(new Arrow(arrow.group(1), arrow.group(2), text(arrow.group(3)), path));
            }
        });
    }

    private void group(String name, String label, int x, int y, int width, int height) {
        boxes.put(name, new Box(name, label, x, y, width, height));
    }

    private void state(RecoveryState state, int column, int y) {
        boxes.put(state.name(), new Box(state.name(), Labels.of(state), 14 + column * COLUMN, y, WIDTH, HEIGHT));
    }

    /** The picture writes what Mermaid could take for syntax as the number of the character. */
    private static String text(String label) {
        return Pattern.compile("#(\\d+);").matcher(label).replaceAll(code -> Matcher.quoteReplacement(
            Character.toString(Integer.parseInt(code.group(1)))));
    }

    private static String path(Box from, Box to) {
        if (from.y() == to.y() && from.x() < to.x()) {
            return "M" + (from.x() + from.width()) + " " + (from.y() + from.height() / 2) + " H" + (to.x() - 2);
        }
        if (from.y() == to.y()) {
            int top = from.y() - LIFT - (from.x() - to.x()) / COLUMN * LIFT / 2;
            return "M" + from.middle() + " " + from.y() + " V" + top + " H" + (to.middle() + LIFT / 2) + " V" + (to.y() - 2);
        }
        if (from.y() > to.y()) {
            return "M" + (to.middle() - LIFT) + " " + from.y() + " V" + (to.bottom() + 2);
        }
        return "M" + to.middle() + " " + from.bottom() + " V" + (to.y() - 2);
    }

    /** With the place of this case lit, and what leads on from there. */
    Picture of(RecoveryState now) {
        List<Picture.Box> groups = boxes.values().stream().filter(box -> box.name().endsWith("_CASES")).map(box -> drawn(box, now)).toList();
        List<Picture.Box> states = Stream.of(RecoveryState.values()).map(state -> drawn(boxes.get(state.name()), now)).toList();
        return new Picture(groups, states, arrows.stream().map(arrow -> new Picture.Arrow(boxes.get(arrow.from()).label(),
            boxes.get(arrow.to()).label(), arrow.label(), arrow.path(), arrow.leadsFrom(now))).toList());
    }

    private static Picture.Box drawn(Box box, RecoveryState now) {
        return new Picture.Box(box.label(), box.x(), box.y(), box.width(), box.height(), box.name().equals(now.name()));
    }
}
