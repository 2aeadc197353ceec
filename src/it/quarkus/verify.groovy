import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)
it.assertLogged(
        '[INFO] Manifests: target/kubernetes/kubernetes.yml (first place found; not taken: src/main/kubernetes (',
        '[INFO] Read 1 file: 4 objects, 2 workloads, 2 services',
        '[INFO]   Deployment db runs as shop/db (was default)',
        '[INFO]   Deployment shop runs as shop/shop (was default)',
        '[INFO]   Service shop/db port 5432: appProtocol tcp-server-first (image postgres)',
        '[INFO]   shop -> db:5432 tcp-server-first (env QUARKUS_DATASOURCE_JDBC_URL)',
        '[INFO] Next: mvn smi:verify, then: kubectl apply -R -f target/smi',
        '[INFO] Verifying target/smi, made from target/kubernetes/kubernetes.yml',
        '[INFO] Calls that work: 1 of 1; 0 errors, 0 warnings')
assert it.addedTo('target/kubernetes/kubernetes.yml') ==
        ['appProtocol: tcp-server-first', 'serviceAccountName: db', 'serviceAccountName: shop']
def mesh = it.mesh()
assert mesh.connect('shop', 'db').toString() == 'granted'
assert mesh.connect('db', 'shop').toString() == 'no-target'
return true
