import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)
it.assertLogged(
        '[INFO] Manifests: target/classes/META-INF/dekorate/kubernetes.yml (first place found)',
        '[INFO] Read 1 file: 4 objects, 2 workloads, 2 services',
        '[INFO]   Deployment orders runs as shop/orders (was default)',
        '[INFO]   Deployment payments runs as shop/payments (was default)',
        '[INFO]   orders -> payments:8080 http (env PAYMENTS_URL)',
        '[INFO] Verifying target/smi, made from target/classes/META-INF/dekorate/kubernetes.yml',
        '[INFO] Calls that work: 1 of 1; 0 errors, 0 warnings')
it.assertNotLogged('Protocols:')
assert it.addedTo('target/classes/META-INF/dekorate/kubernetes.yml') ==
        ['serviceAccountName: payments', 'serviceAccountName: orders']
def mesh = it.mesh('shop')
assert mesh.ask('orders', 'payments', 'GET', '/', [:]).toString() == 'granted'
assert mesh.ask('payments', 'orders', 'GET', '/', [:]).toString() == 'no-target'
return true
