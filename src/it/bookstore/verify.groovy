import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)
it.assertWrittenAsExpected()
it.assertLogged(
        '[INFO] Calls that the manifests\' own policies allow already: 1',
        '[INFO]   bookwarehouse -> mysql:3306 tcp-server-first (declared)',
        '[INFO] Traffic splits: 1',
        '[INFO]   Service bookstore/bookstore: bookstore-v1 50, bookstore-v2 50 (TrafficSplit bookstore/bookstore-split)',
        '[INFO]   Service ingress-nginx/ingress-nginx-controller -> Service bookstore/bookstore, pod port 14001 http (Ingress shop)',
        '[WARNING] Namespace ingress-nginx of the controller has to be watched by the mesh, without sidecars: osm namespace add ingress-nginx --disable-sidecar-injection',
        '[INFO] Calls that work: 3 of 3; 0 errors, 0 warnings')

// The runbook: called before callers, and nothing of this machine in it.
it.assertLogged('[INFO] Step by step into the mesh: target/smi-reports/rollout.md')
def runbook = new File(basedir, 'target/smi-reports/rollout.md').getText('UTF-8')
def turns = ['StatefulSet/bookwarehouse/mysql', 'Deployment/bookwarehouse/bookwarehouse', 'Deployment/bookstore/bookstore',
        'Deployment/bookbuyer/bookbuyer'].collect { runbook.indexOf("| `$it` | by ") }
assert turns.every { it > 0 } && turns == turns.sort(false)
assert runbook.contains('kubectl rollout restart deployment/bookbuyer -n bookbuyer\n')
assert runbook.contains('| `Deployment/bookbuyer/bookbuyer` | `bookstore/bookstore:14001` | http | passes |')
assert !runbook.contains(basedir.path)

// The matrix of OSM's documentation, decided from the written files.
def headers = ['user-agent': 'Go-http-client/1.1', 'client-app': 'bookbuyer']
def mesh = it.mesh()
def ask = { from, to, method, path, with = [:] -> mesh.ask(from, to, method, path, with).toString() }

['bookstore', 'bookstore-v1', 'bookstore-v2'].each { shop ->
    assert ask('bookbuyer', shop, 'GET', '/books-bought', headers) == 'granted'
    assert ask('bookbuyer', shop, 'GET', '/buy-a-book/new') == 'granted'
    assert ask('bookbuyer', shop, 'GET', '/books-bought') == 'no-route' : 'the headers are missing'
    assert ask('bookbuyer', shop, 'POST', '/books-bought', headers) == 'no-route'
    assert ask('bookbuyer', shop, 'POST', '/update-books-bought', headers) == 'no-route' : 'no target uses that match'
    ['bookthief', 'bookwarehouse'].each { assert ask(it, shop, 'GET', '/buy-a-book/new') == 'no-target' }
}
assert ask('bookstore', 'bookstore-v2', 'GET', '/buy-a-book/new') == 'no-target'
assert ask('bookstore-v2', 'bookstore-v1', 'GET', '/buy-a-book/new') == 'no-target'
assert ask('bookstore', 'bookwarehouse', 'POST', '/restock-books') == 'granted'
assert ask('bookstore', 'bookwarehouse', 'GET', '/restock-books') == 'no-route'
['bookbuyer', 'bookthief', 'bookstore-v2'].each {
    assert ask(it, 'bookwarehouse', 'POST', '/restock-books') == 'no-target'
}
assert mesh.connect('bookwarehouse', 'mysql').toString() == 'granted'
['bookbuyer', 'bookthief', 'bookstore', 'bookstore-v2'].each {
    assert mesh.connect(it, 'mysql').toString() == 'no-target'
}
return true
