package org.servicerecovery.deadlines;

import static org.servicerecovery.deadlines.ClockCase.fell;
import static org.servicerecovery.deadlines.ClockCase.silent;
import static org.servicerecovery.deadlines.ClockCase.writes;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.START;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Mood;

/** What was agreed is written down, begun, reported on, and pressed for. */
final class SolutionClocks {
    private static final Duration LONG = Duration.ofDays(30);
    private static final Duration FIVE = Duration.ofDays(5);
    private static final String WRITTEN = "written-confirmation";
    private static final String WORK = "work-starts";

    private SolutionClocks() {
    }

    static List<ClockCase> cases() {
        return List.of(
            new ClockCase(WRITTEN, "B36", "falls due a day after the agreement", playbook ->
                fell(agreed(Play.on(playbook)).after(LONG), WRITTEN, START, "PT24H BREACH owner")),
            new ClockCase(WRITTEN, "B39", "is met by the confirmation on a durable channel", playbook -> {
                Play play = agreed(Play.on(playbook));
                silent(writes(play, Channel.EMAIL, CONFIRM_IN_WRITING).after(LONG), WRITTEN);
            }),
            new ClockCase(WRITTEN, "B35", "is void when something else is proposed, and begins with the new agreement", playbook -> {
                Play play = agreed(Play.on(playbook)).passes(Duration.ofHours(2)).says(ANNA, Channel.PHONE, EMPATHISE, PROPOSE_SOLUTION);
                play.passes(Duration.ofHours(3)).does(ANNA, REPORT_AGREEMENT);
                fell(play.after(LONG), WRITTEN, START, "PT29H BREACH owner");
            }),
            new ClockCase(WRITTEN, "B35", "is void when the customer takes the agreement back", playbook ->
                silent(agreed(Play.on(playbook)).does(ANNA, REPORT_REJECTION).after(LONG), WRITTEN)),
            new ClockCase(WORK, "E21", "falls due when the agreed work is not begun", playbook ->
                fell(agreed(Play.on(playbook)).after(LONG), WORK, START, "PT8H BREACH owner")),
            new ClockCase(WORK, "E23", "is met by beginning", playbook ->
                silent(agreed(Play.on(playbook)).does(ANNA, START_WORK).after(LONG), WORK)),
            new ClockCase(WORK, "B35", "is void when something else is proposed, and begins with the new agreement", playbook -> {
                Play play = agreed(Play.on(playbook)).passes(Duration.ofHours(2)).says(ANNA, Channel.PHONE, EMPATHISE, PROPOSE_SOLUTION);
                play.passes(Duration.ofHours(3)).does(ANNA, REPORT_AGREEMENT);
                fell(play.after(LONG), WORK, START, "PT13H BREACH owner");
            }),
            new ClockCase(WORK, "B35", "is void when the customer takes the agreement back", playbook ->
                silent(agreed(Play.on(playbook)).does(ANNA, REPORT_REJECTION).after(LONG), WORK)),
            new ClockCase(WORK, "every desk: adopt", "does not run for work that was begun before the case was adopted", playbook -> {
                Play play = Play.on(playbook);
                Adopted.delivering(play);
                silent(play.after(LONG), WORK);
            }),
            new ClockCase("progress", "E24", "comes round every two days while the work is under way", playbook ->
                fell(working(Play.on(playbook)).after(FIVE), "progress", START, "PT38H24M WARNING owner", "PT48H BREACH supervisor",
                    "PT86H24M WARNING owner", "PT96H BREACH supervisor")),
            new ClockCase("progress", "E23", "an update gives two more days", playbook -> {
                Play play = working(Play.on(playbook)).passes(Duration.ofHours(30)).says(ANNA, Channel.PHONE, TELL_PROGRESS);
                fell(play.after(Duration.ofHours(50)), "progress", START, "PT68H24M WARNING owner", "PT78H BREACH supervisor");
            }),
            new ClockCase("progress", "E24", "ends with the delivery", playbook ->
                silent(working(Play.on(playbook)).does(ANNA, RECORD_DELIVERY).after(FIVE), "progress")),
            new ClockCase("progress", "B35", "ends when the customer will not have it after all, and begins with the new work", playbook -> {
                Play play = working(Play.on(playbook)).passes(Duration.ofHours(20)).does(ANNA, REPORT_REJECTION);
                silent(play.after(FIVE), "progress");
                play.says(ANNA, Channel.PHONE, EMPATHISE, PROPOSE_SOLUTION).agreed().does(ANNA, START_WORK);
                var since = play.instant();
                fell(play.after(Duration.ofDays(2)), "progress", since, "PT38H24M WARNING owner", "PT48H BREACH supervisor");
            }),
            new ClockCase("progress", "every desk: correct", "a correction of something else does not stop it", playbook -> {
                Play play = working(Play.on(playbook)).does(ANNA, RECORD_ROOT_CAUSE);
                play.does(ANNA, correct(play.now().version(), "another case")).after(Duration.ofHours(48));
                fell(play, "progress", START, "PT38H24M WARNING owner", "PT48H BREACH supervisor");
            }),
            new ClockCase("nudge", "B46", "comes round every day while others have it", playbook ->
                fell(helped(Play.on(playbook)).after(Duration.ofHours(50)), "nudge", START, "PT24H BREACH owner", "PT48H BREACH owner")),
            new ClockCase("nudge", "B46", "a nudge gives a day", playbook ->
                fell(helped(Play.on(playbook)).passes(Duration.ofHours(20)).does(ANNA, NUDGE).after(Duration.ofHours(30)), "nudge", START,
                    "PT44H BREACH owner")),
            new ClockCase("nudge", "C32", "ends when the helpers did their part, or the delivery is made", playbook -> {
                silent(helped(Play.on(playbook)).does(ANNA, FOLLOW_UP_WITH_TEAM).after(FIVE), "nudge");
                silent(helped(Play.on(playbook)).does(ANNA, RECORD_DELIVERY).after(FIVE), "nudge");
            }));
    }

    static Play agreed(Play play) {
        return play.byPhone().listened().proposed().agreed();
    }

    static Play working(Play play) {
        return agreed(play).does(ANNA, mood(Mood.CALM)).does(ANNA, START_WORK);
    }

    private static Play helped(Play play) {
        return working(play).does(ANNA, involve("tom", "find the parcel"));
    }
}
