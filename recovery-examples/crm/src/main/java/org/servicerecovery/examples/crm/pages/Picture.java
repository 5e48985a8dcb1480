package org.servicerecovery.examples.crm.pages;

import java.util.List;

/** The states and what leads from one to another, ready to be drawn and to be read out. */
public record Picture(List<Box> groups, List<Box> states, List<Arrow> arrows) {
    /** A state or a group of states; lit if the case stands there. */
    public record Box(String label, int x, int y, int width, int height, boolean lit) {
    }

    /** By which steps one leads to another; lit if it leads on from where the case stands. */
    public record Arrow(String from, String to, String label, String path, boolean lit) {
    }
}
