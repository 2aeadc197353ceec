package io.github.meshready.smi.lastrun;

import java.time.LocalDate;

/**
 * The days on which a run comes to the same, because no suppression begins or ends to be over between them. Days are counted from
 * 1970-01-01 (UTC).
 *
 * @param first the first one
 * @param last the last one
 */
public record Days(long first, long last) {

    /** No suppression has a last day. */
    public static final Days ALL = new Days(Long.MIN_VALUE, Long.MAX_VALUE);

    /** These days without those on which something that holds up to a day is over, or is not, as it was. */
    public Days with(LocalDate until, boolean over) {
        long lastDay = until.toEpochDay();
        return over ? new Days(Math.max(first, lastDay + 1), last) : new Days(first, Math.min(last, lastDay));
    }

    /** Whether the day makes no difference. */
    public boolean areAll() {
        return first == ALL.first && last == ALL.last;
    }

    /** Whether a run on this day comes to the same. */
    public boolean contains(LocalDate today) {
        long day = today.toEpochDay();
        return first <= day && day <= last;
    }
}
