import groovy.json.JsonSlurper
import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)
it.assertLogged(
        '[INFO] Accounts whose routes are known: 4',
        '[INFO]   bookstore/bookstore: 3 from OpenAPI document api/bookstore.yaml',
        '[INFO]     bookbuyer/bookbuyer gets those that it uses (declared)',
        '[INFO]   shop/catalog: 4 from classes of module catalog',
        '[INFO]     shop/admin gets all of them, as nothing tells which ones admin uses',
        '[INFO]     shop/web gets those that it uses (client shop.web.Catalog)',
        '[INFO]   shop/greeter: 1 from protocol files of module greeter',
        '[INFO]   shop/stock: 2 from classes of module stock and its libraries',
        '[INFO] Calls that work: 6 of 6; 0 errors, 0 warnings')
it.assertNoWarnings()

def policies = new File(basedir, 'deploy/target/smi/90-policies.yaml').getText('UTF-8').split('\n---\n').collect { it + '\n' }
def find = { kind, name ->
    policies.find { it.contains("\nkind: $kind\nmetadata:\n  name: $name\n") }
}
def match = { path, methods, headers = '' ->
    "    pathRegex: \"^$path\$\"\n    methods:\n" + methods.collect { "    - $it\n" }.join('') + headers
}

// The three routes of the bookstore, as its document has them, with the headers that the pom asks for.
def bookstore = find('HTTPRouteGroup', 'bookstore-routes')
assert bookstore.contains(match('/books-bought', ['GET', 'HEAD'],
        '    headers:\n    - client-app: bookbuyer\n    - user-agent: ".*-http-client/*.*"\n'))
assert bookstore.contains(match('/buy-a-book/new', ['GET', 'HEAD']))
assert bookstore.contains(match('/update-books-bought', ['POST']))
assert bookstore.count('pathRegex') == 3

// Spring, Jakarta REST and gRPC: from classes and a .proto file alone.
def catalog = find('HTTPRouteGroup', 'catalog-routes')
assert catalog.contains(match('/items', ['POST']))
assert catalog.contains(match('/items/[!-.0-~]+', ['GET', 'HEAD']))
assert catalog.contains(match('/items/[!-.0-~]+', ['DELETE']))
assert find('HTTPRouteGroup', 'stock-routes').contains(match('/api/levels/[0-9a-z]+', ['GET', 'HEAD', 'PUT']))
assert find('HTTPRouteGroup', 'greeter-routes').contains(match('/shop\\\\.greeter\\\\.Greeter/Greet', ['POST']))

// The declared client uses one of three matches, the other caller gets all of them.
def matches = { name -> find('TrafficTarget', name).split('matches:\n')[1].readLines().count { it.startsWith('    - ') } }
assert matches('web-to-catalog') == 1
assert matches('admin-to-catalog') == 3
assert matches('bookbuyer-to-bookstore') == 2
assert matches('bookwarehouse-to-bookstore') == 1

// The report says what told the routes of each Service, and how it is known which ones a caller uses.
def report = new JsonSlurper().parse(new File(basedir, 'deploy/target/smi-reports/mesh.json'))
def routes = { name -> report.services.find { it.name == name }.routes }
assert routes('bookstore').sources == [[kind: 'pom'], [kind: 'openapi', file: 'api/bookstore.yaml']]
assert routes('bookstore').served.find { it.name == 'buyABook' }.place == 'api/bookstore.yaml:12'
assert routes('catalog').sources == [[kind: 'classes', module: 'catalog']]
assert routes('stock').sources == [[kind: 'classes', module: 'stock']]
assert routes('greeter').sources == [[kind: 'proto', module: 'greeter']]
assert ['bookstore', 'catalog', 'stock', 'greeter'].every { routes(it).known && !routes(it).everyPath }
def used = { source, destination ->
    report.calls.find { it.source.endsWith('/' + source) && it.destination.endsWith('/' + destination) }.routes
}
assert used('bookbuyer', 'bookstore').source == 'declared'
assert used('bookbuyer', 'bookstore').used*.path == ['/books-bought', '/buy-a-book/new']
assert used('web', 'catalog').source == 'client shop.web.Catalog'
assert used('web', 'catalog').used*.path == ['/items/search', '/items/{id}']
assert used('web', 'catalog').used.every { it.source == [kind: 'classes', module: 'web'] }
assert used('web', 'catalog').used*.place == ['shop.web.Catalog.search', 'shop.web.Catalog.item']
assert used('admin', 'catalog') == [known: false]

// So does the runbook, of those callers that get more than they may need.
def runbook = new File(basedir, 'deploy/target/smi-reports/rollout.md').getText('UTF-8')
assert runbook.contains('\n- `shop/catalog`: `Deployment/shop/admin`\n')
return true
