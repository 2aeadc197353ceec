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
        '[INFO]   shop/stock: 2 from classes of module stock',
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
return true
