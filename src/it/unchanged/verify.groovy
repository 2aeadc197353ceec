import io.github.meshready.smi.it.ItProject

// What ran is told apart from what was left out by the line in front of its messages.
def left = 'Nothing changed since the last run, which said (to run it again: -Dsmi.force):'
def runs = new File(basedir, 'build.log').text.split('BUILD SUCCESS')
        .take(12)
        .collect { log -> [log.findAll(~/Manifests: k8s/).size(), log.findAll(~/Calls that work: 1 of 1/).size(), log.count(left)] }
assert runs == [
        [1, 1, 0], // the first
        [1, 1, 2],
        [1, 1, 0], // a manifest
        [1, 1, 2],
        [1, 1, 0], // a class
        [1, 1, 0], // a parameter of smi:verify, which stands in the command that smi:generate prints as well
        [1, 1, 2],
        [1, 1, 0], // an output of smi:generate
        [1, 1, 0], // what is remembered of smi:verify, so that smi:generate does not know mesh.json either
        [1, 1, 0], // forced
        [1, 1, 2],
        [1, 1, 0]] // the configuration in the pom
assert new File(basedir, 'target/smi/90-policies.yaml').text.contains('198.51.100.0/24')
new ItProject(basedir).assertLogged('Calls that work: 1 of 1; 0 errors, 0 warnings')
return true
