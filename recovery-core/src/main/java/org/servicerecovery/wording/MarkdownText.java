package org.servicerecovery.wording;

import java.util.Arrays;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Markdown: the text without its marks, quotations and code. Apart, so that hosts without commonmark never load it. */
final class MarkdownText {
    private static final Parser PARSER = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
    /** What is escaped stands so near in the source. */
    private static final int NEAR = 12;
    private static final int LONGEST_ENTITY = 40;

    private MarkdownText() {
    }

    /** What the writer says himself; the rest is blank, so that everything stands where it stood. */
    static char[] of(String markdown) {
        char[] own = new char[markdown.length()];
        for (int i = 0; i < own.length; i++) {
            own[i] = markdown.charAt(i) == '\n' ? '\n' : Tokenizer.NOTHING;
        }
        PARSER.parse(markdown).accept(new Copying(markdown, own));
        return own;
    }

    private static final class Copying extends AbstractVisitor {
        private final String markdown;
        private final char[] own;

        Copying(String markdown, char[] own) {
            this.markdown = markdown;
            this.own = own;
        }

        @Override
        public void visit(Text text) {
            List<SourceSpan> spans = text.getSourceSpans();
            int at = spans.isEmpty() ? own.length : spans.get(0).getInputIndex();
            String literal = text.getLiteral();
            for (int i = 0; i < literal.length() && at < own.length; i++) {
                int end = entityEnd(literal, i, at);
                if (end > 0) {
                    int length = Character.isHighSurrogate(literal.charAt(i)) ? 2 : 1;
                    literal.getChars(i, Math.min(i + length, literal.length()), own, at);
                    i += length - 1;
                    at = end;
                    continue;
                }
                char c = literal.charAt(i);
                int found = at;
                while (found < own.length && found - at < NEAR && markdown.charAt(found) != c) {
                    found++;
                }
                if (found < own.length && markdown.charAt(found) == c) {
                    own[found] = c;
                    at = found + 1;
                }
            }
        }

        /** Behind an entity that begins in the source, unless the text shows it as it is written there. */
        private int entityEnd(String literal, int from, int at) {
            int end = at + 1;
            while (markdown.charAt(at) == '&' && end < markdown.length() && end - at < LONGEST_ENTITY) {
                if (markdown.charAt(end++) == ';') {
                    return literal.startsWith(markdown.substring(at, end), from) ? -1 : end;
                }
            }
            return -1;
        }

        @Override
        public void visit(Paragraph paragraph) {
            parted(paragraph);
            visitChildren(paragraph);
        }

        @Override
        public void visit(Heading heading) {
            parted(heading);
            visitChildren(heading);
        }

        @Override
        public void visit(ListItem item) {
            parted(item);
            visitChildren(item);
        }

        @Override
        public void visit(BlockQuote quote) {
            parted(quote);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            parted(code);
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            parted(code);
        }

        @Override
        public void visit(Code code) {
            code.getSourceSpans().forEach(span -> Arrays.fill(own, span.getInputIndex(), span.getInputIndex() + span.getLength(), ' '));
        }

        /** The ends of the lines before and after a block are ends of sentences. */
        private void parted(Node block) {
            List<SourceSpan> spans = block.getSourceSpans();
            if (!spans.isEmpty()) {
                SourceSpan last = spans.get(spans.size() - 1);
                end(spans.get(0).getInputIndex() - 1);
                end(last.getInputIndex() + last.getLength());
            }
        }

        private void end(int at) {
            if (at >= 0 && at < own.length && (own[at] == '\n' || own[at] == Tokenizer.NOTHING)) {
                own[at] = Tokenizer.BREAK;
            }
        }
    }
}
