package org.servicerecovery.verify;

/** What moves really do on the configurations that can be reached. */
final class Happening {
    private final Moves moves;
    private final Reached reached;

    Happening(Moves moves, Reached reached) {
        this.moves = moves;
        this.reached = reached;
    }

    /** With which facts the move leaves a case for which it made a fact come or go: setting what is set anyway changes nothing. */
    int changed(Move move, int variable, boolean holds) {
        if (!moves.touches(move, variable, holds)) {
            return Diagrams.EMPTY;
        }
        int before = moves.sets.and(reached.in(move.row().from()), moves.sets.literal(variable, !holds));
        return moves.sets.and(moves.image(move, before), moves.sets.literal(variable, holds));
    }

    int image(Move move) {
        return moves.image(move, reached.in(move.row().from()));
    }

    boolean happens(Move move) {
        return image(move) != Diagrams.EMPTY;
    }
}
