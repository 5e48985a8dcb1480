package org.servicerecovery.examples.wording;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.wording.Draft;
import org.servicerecovery.wording.Finding;
import org.servicerecovery.wording.Wording;

/**
 * Goes through canned replies, reads one sentence, or measures how often the findings are right. The exit code is 0, or 2 if the arguments or a
 * file have a mistake.
 */
public final class WordingCommand {
    private static final String HELP = """
        Reads what agents are about to say.

          quality [LANGUAGE]         measures the findings on labelled messages: en (if none is given) or de
          mistakes FINDING [LANGUAGE]  shows where that finding was wrong
          replies FILE [LANGUAGE]    goes through canned replies: .yml, .yaml, .csv, or text with blank lines between
          say 'TEXT' [LANGUAGE]      shows everything that is found in one message
        """;

    private WordingCommand() {
    }

    /**
     * @param arguments see the help, which is printed if there are none
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code = run(List.of(arguments), out);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(List<String> arguments, PrintStream out) {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        boolean hasObject = !command.equals("quality");
        String language = arguments.size() > (hasObject ? 2 : 1) ? arguments.get(hasObject ? 2 : 1) : "en";
        try {
            if (!List.of("quality", "mistakes", "replies", "say").contains(command) || hasObject && arguments.size() < 2) {
                out.print(HELP);
                return command.isEmpty() ? 0 : 2;
            }
            switch (command) {
                case "quality" -> new QualityReport(out).print(language, SharedMessages.folder());
                case "mistakes" -> mistakes(arguments.get(1), language, out);
                case "replies" -> new RepliesReport(out).print(Replies.read(Path.of(arguments.get(1))), Wording.in(language));
                default -> say(arguments.get(1), language, out);
            }
            return 0;
        } catch (InvalidInputException | RepliesException | IOException e) {
            out.println(e.getMessage());
            return 2;
        }
    }

    private static void mistakes(String finding, String language, PrintStream out) {
        for (Messages.Part part : Messages.Part.values()) {
            out.println(part);
            Quality.mistakes(Wording.in(language), Messages.of(language, part), finding).forEach(one -> out.println("  " + one));
        }
    }

    private static void say(String text, String language, PrintStream out) {
        List<Finding> findings = Wording.in(language).review(Draft.of(text)).findings();
        if (findings.isEmpty()) {
            out.println("Nothing found.");
        }
        for (Finding finding : findings) {
            out.println((finding.kind().against() ? "- " : "+ ") + finding.kind().id() + " \"" + finding.words() + "\": " + finding.kind().why());
        }
    }
}
