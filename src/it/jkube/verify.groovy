import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)
it.assertLogged(
        '[INFO] Manifests: target/classes/META-INF/jkube/kubernetes.yml (first place found)',
        '[INFO] Read 1 file: 4 objects, 2 workloads, 2 services',
        '[INFO]   Deployment redis runs as shop/redis (was default)',
        '[INFO]   Deployment vote runs as shop/vote (was default)',
        '[INFO]   Service shop/redis port 6379: appProtocol tcp (container port name redis)',
        '[INFO]   vote -> redis:6379 tcp (env REDIS)',
        '[INFO] Wrote target/smi: 4 files new or changed, 0 unchanged, 0 removed',
        '[INFO] Wrote target/smi: 0 files new or changed, 4 unchanged, 0 removed',
        '[INFO] Verifying target/smi, made from target/classes/META-INF/jkube/kubernetes.yml',
        '[INFO] Calls that work: 1 of 1; 0 errors, 0 warnings')
assert it.addedTo('target/classes/META-INF/jkube/kubernetes.yml') ==
        ['appProtocol: tcp', 'serviceAccountName: redis', 'serviceAccountName: vote']
def mesh = it.mesh('shop')
assert mesh.connect('vote', 'redis').toString() == 'granted'
assert mesh.connect('redis', 'vote').toString() == 'no-target'
return true
