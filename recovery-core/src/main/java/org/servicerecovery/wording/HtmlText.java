package org.servicerecovery.wording;

import java.util.Arrays;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;

/** HTML mail: the text that is shown, without what is quoted. Apart, so that hosts without jsoup never load it. */
final class HtmlText {
    private static final int LONGEST_ENTITY = 40;
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final Evaluator QUOTED = Selector.evaluatorOf("blockquote, .gmail_quote, .gmail_signature, .moz-cite-prefix, .moz-signature,"
        + " .yahoo_quoted, #divRplyFwdMsg, #appendonsend, script, style, head, template, [hidden], [style~=(?i)(display:\\s*none|visibility:\\s*hidden)]");

    private HtmlText() {
    }

    /** What the writer says himself; the rest is blank, so that everything stands where it stood. */
    static char[] of(String html) {
        Document document = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
        char[] own = new char[html.length()];
        Arrays.fill(own, Tokenizer.NOTHING);
        // Not taken out first: to take out each of very many takes very long.
        document.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode text && text.sourceRange().isTracked()) {
                    copy(html, text.sourceRange().startPos(), text.sourceRange().endPos(), own);
                } else if (node instanceof Element element) {
                    part(element, element.sourceRange(), own);
                    return element.is(QUOTED) ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
                }
                return FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                if (node instanceof Element element) {
                    part(element, element.endSourceRange(), own);
                }
                return FilterResult.CONTINUE;
            }
        });
        return own;
    }

    private static void part(Element element, Range tag, char[] own) {
        if (tag.isTracked() && tag.startPos() < own.length && (element.isBlock() || element.nameIs("br") || element.nameIs("td"))) {
            own[tag.startPos()] = element.nameIs("br") ? '\n' : Tokenizer.BREAK;
        }
    }

    /** Character by character, because an entity is several of the source and one of the text. */
    private static void copy(String html, int from, int to, char[] own) {
        for (int i = from; i < to; i++) {
            char c = html.charAt(i);
            int end = c == '&' ? entity(html, i, to) : -1;
            if (end > 0) {
                String decoded = Parser.unescapeEntities(html.substring(i, end + 1), false);
                if (decoded.length() <= end - i) {
                    decoded.replace(NO_BREAK_SPACE, ' ').getChars(0, decoded.length(), own, i);
                    i = end;
                    continue;
                }
            }
            own[i] = c == '\n' || c == '\r' || c == '\t' || c == NO_BREAK_SPACE ? ' ' : c;
        }
    }

    private static int entity(String html, int from, int to) {
        for (int i = from + 1; i < to && i - from < LONGEST_ENTITY; i++) {
            if (html.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }
}
