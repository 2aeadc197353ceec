import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)
it.assertWrittenAsExpected()
it.assertLogged('Nothing to do: no manifests in any of: target/classes/META-INF/jkube/kubernetes.yml,')
it.assertNotLogged('not marked as thread-safe', '@threadSafe')
def installed = new File(localRepositoryPath, 'io/github/meshready/it/app/1.0.0/app-1.0.0-smi.yml')
assert installed.bytes == new File(basedir, 'app/target/smi.yml').bytes
return true
