package io.github.meshready.smi.manifest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns the bytes of a file into text, or says why they are none. Comes before any parser, because parsers decode
 * wrong bytes to U+FFFD, and need time that grows with the square of the longest line.
 */
final class TextDecoder {

    static final int MAX_LINE = 1 << 20;

    private static final char REPLACEMENT = '\uFFFD';

    static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String file;
    private final int maxBytes;
    private final int maxJsonLine;

    /** Of manifests, whatever they are written in: editing takes longer on long lines. */
    TextDecoder(String file, int maxBytes) {
        this(file, maxBytes, MAX_LINE);
    }

    /** @param maxJsonLine how long a line of JSON may be, where that is read only */
    TextDecoder(String file, int maxBytes, int maxJsonLine) {
        this.file = file;
        this.maxBytes = maxBytes;
        this.maxJsonLine = maxJsonLine;
    }

    /**
     * @throws InputException if the bytes are not UTF-8 text of printable characters, or exceed the limits
     */
    SourceText decode(byte[] bytes) {
        if (bytes.length > maxBytes) {
            throw tooLarge(file, bytes.length, maxBytes);
        }
        rejectForeignEncodings(bytes);
        SourceText source = new SourceText(file, utf8(bytes));
        checkCharacters(source);
        return source;
    }

    static InputException tooLarge(String file, long bytes, int most) {
        return new InputException(new InputProblem(
                file,
                "the file has " + bytes + " bytes; at most " + most + " are read",
                "split the file, exclude it, or raise smi.maxFileSize"));
    }

    private void rejectForeignEncodings(byte[] bytes) {
        int first = bytes.length > 0 ? bytes[0] & 0xff : 0;
        int second = bytes.length > 1 ? bytes[1] & 0xff : 0;
        if (first == 0x1f && second == 0x8b || first == 'P' && second == 'K') {
            throw problem("the file is an archive, not text; nothing in it was read", "unpack it, or exclude it");
        }
        if (first == 0xff && second == 0xfe || first == 0xfe && second == 0xff) {
            throw problem("the file is encoded in UTF-16 or UTF-32; only UTF-8 is read", "save it as UTF-8");
        }
    }

    private String utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // What is malformed becomes this character; only if it occurs is it worth the time to look closely.
        return text.indexOf(REPLACEMENT) < 0 ? text : strictUtf8(bytes);
    }

    private String strictUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return decoder.decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            Location place = malformedAt(bytes);
            throw new InputException(new InputProblem(
                    place, "the file is not UTF-8 from here on; nothing in it was read", "save it as UTF-8"));
        }
    }

    private Location malformedAt(byte[] bytes) {
        CharBuffer good = CharBuffer.allocate(bytes.length);
        CoderResult end = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), good, true);
        assert end.isError();
        int offset = good.position();
        return new SourceText(file, good.flip().toString()).locate(offset);
    }

    private void checkCharacters(SourceText source) {
        String text = source.text();
        boolean json = source.isJson();
        int maxLine = json ? maxJsonLine : MAX_LINE;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lineStart = i + 1;
            } else if (json ? c < 0x20 && c != '\t' : !isAllowed(c, i)) {
                throw new InputException(new InputProblem(
                        source.locate(i),
                        String.format(
                                "character U+%04X is not allowed in %s; nothing in the file was read",
                                (int) c, json ? "JSON" : "YAML"),
                        "remove it, or write it as an escape in a double-quoted text"));
            } else if (i - lineStart >= maxLine) {
                throw new InputException(new InputProblem(
                        source.locate(lineStart),
                        "the line is longer than " + maxLine + " characters; nothing in the file was read",
                        "fold the line, or keep the data outside the manifest"));
            }
        }
    }

    /** The printable characters of YAML 1.1 (section 5.1); a byte order mark only at the very start. */
    private static boolean isAllowed(char c, int offset) {
        if (c < 0x20) {
            return c == '\t';
        }
        if (c < 0x7f) {
            return true;
        }
        if (c == BYTE_ORDER_MARK) {
            return offset == 0;
        }
        return c == 0x85 || c >= 0xa0 && c != 0xfffe && c != 0xffff;
    }

    private InputException problem(String message, String fix) {
        return new InputException(new InputProblem(file, message, fix));
    }
}
