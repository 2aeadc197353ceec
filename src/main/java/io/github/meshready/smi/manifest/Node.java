package io.github.meshready.smi.manifest;

import java.util.Optional;

/**
 * A value in a document, with its place in the text. Offsets count characters of {@link SourceText#text()} and include
 * an anchor or tag in front of the value. Anchors are kept as they were written: an {@link AliasNode} points to the
 * value it repeats, so that an edit knows what else it would reach.
 */
public sealed interface Node permits MappingNode, SequenceNode, ScalarNode, AliasNode {

    /** Offset of the first character. */
    int start();

    /** Offset behind the last character; for block mappings and sequences, behind their last value. */
    int end();

    /** The value itself: for an alias the value it repeats. Never an alias. */
    default Node resolved() {
        return this;
    }

    /** The resolved value as a mapping, if it is one. */
    default Optional<MappingNode> mapping() {
        return resolved() instanceof MappingNode mapping ? Optional.of(mapping) : Optional.empty();
    }

    /** The resolved value as a sequence, if it is one. */
    default Optional<SequenceNode> sequence() {
        return resolved() instanceof SequenceNode sequence ? Optional.of(sequence) : Optional.empty();
    }

    /** The resolved value as a scalar, if it is one. */
    default Optional<ScalarNode> scalar() {
        return resolved() instanceof ScalarNode scalar ? Optional.of(scalar) : Optional.empty();
    }

    /** What kubectl would call the value in an error message. */
    default String described() {
        Node value = resolved();
        if (value instanceof MappingNode) {
            return "a mapping";
        }
        if (value instanceof SequenceNode) {
            return "a list";
        }
        return switch (((ScalarNode) value).type()) {
            case TEXT -> "a text";
            case NULL -> "empty";
            case BOOLEAN -> "a boolean";
            case INTEGER, FLOAT -> "a number";
            case BINARY -> "binary data";
        };
    }
}
