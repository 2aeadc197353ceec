package bench;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;

/** Does nothing. */
@Mojo(name = "empty", requiresProject = false, threadSafe = true)
public class EmptyMojo extends AbstractMojo {

    @Override
    public void execute() {}
}
