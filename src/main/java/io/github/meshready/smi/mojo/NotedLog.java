package io.github.meshready.smi.mojo;

import io.github.meshready.smi.lastrun.Said;
import io.github.meshready.smi.lastrun.Said.Level;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** A log that notes what it is given, whether or not its level is shown. What is for debugging is left out. */
final class NotedLog implements Log {

    private final Log log;
    private final List<Said> noted;

    NotedLog(Log log, List<Said> noted) {
        this.log = log;
        this.noted = noted;
    }

    private void note(Level level, Object content) {
        noted.add(new Said(level, String.valueOf(content)));
    }

    @Override
    public void info(CharSequence content) {
        note(Level.INFO, content);
        log.info(content);
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        note(Level.INFO, content);
        log.info(content, error);
    }

    @Override
    public void info(Throwable error) {
        note(Level.INFO, error);
        log.info(error);
    }

    @Override
    public void warn(CharSequence content) {
        note(Level.WARN, content);
        log.warn(content);
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        note(Level.WARN, content);
        log.warn(content, error);
    }

    @Override
    public void warn(Throwable error) {
        note(Level.WARN, error);
        log.warn(error);
    }

    @Override
    public void error(CharSequence content) {
        note(Level.ERROR, content);
        log.error(content);
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        note(Level.ERROR, content);
        log.error(content, error);
    }

    @Override
    public void error(Throwable error) {
        note(Level.ERROR, error);
        log.error(error);
    }

    @Override
    public void debug(CharSequence content) {
        log.debug(content);
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        log.debug(content, error);
    }

    @Override
    public void debug(Throwable error) {
        log.debug(error);
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }
}
