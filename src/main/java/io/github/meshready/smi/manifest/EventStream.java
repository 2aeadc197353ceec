package io.github.meshready.smi.manifest;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** SnakeYAML's events over one file, with its marks turned into offsets and its complaints into ours. */
final class EventStream {

    private final SourceText source;
    private final ParserImpl parser;
    private final CodePointOffsets offsets;
    private final int start;

    /**
     * Starts to read a part of the source.
     *
     * @param parserText the part's text in a form that the parser takes, all offsets the same
     * @param start where it starts in the source
     */
    EventStream(SourceText source, String parserText, int start) {
        this.source = source;
        this.start = start;
        this.offsets = new CodePointOffsets(parserText);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(parserText), options);
    }

    /** Whether the next event is of this kind; it is not taken. */
    boolean nextIs(Event.ID id) {
        return guarded(parser::peekEvent).is(id);
    }

    Event next() {
        return guarded(parser::getEvent);
    }

    /** The next event, which the grammar makes certain to be of this kind. */
    Event next(Event.ID expected) {
        Event event = next();
        assert event.is(expected) : event;
        return event;
    }

    /** Offset of a mark in the text; SnakeYAML counts code points. */
    int offset(Mark mark) {
        return start + offsets.charOffset(mark.getIndex());
    }

    private interface Step {
        Event take();
    }

    private Event guarded(Step step) {
        try {
            return step.take();
        } catch (MarkedYAMLException e) {
            int offset = e.getProblemMark() == null ? 0 : offset(e.getProblemMark());
            throw new InputException(SyntaxAdvice.describe(source, offset, e.getProblem()));
        } catch (YAMLException e) {
            throw new InputException(SyntaxAdvice.describe(source, 0, e.getMessage()));
        } catch (IllegalArgumentException e) { // the parser's own way to say so (ScannerImpl.scanFlowScalarNonSpaces)
            throw new InputException(SyntaxAdvice.describe(source, 0, "an escape in a quoted text names no character"));
        }
    }
}
