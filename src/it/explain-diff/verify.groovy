import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)

// Why a call is denied, with the policy that comes nearest.
it.assertLogged(
        'Deployment/shop/thief -> shop/books:8080, POST /buy: denied (forbidden)',
        'TrafficTarget shop/books-list lists account shop/thief; opens port 8080 (it names no TCPRoute, so every port)  (k8s/access.yaml:2:1)',
        'match buy (POST /buy) matches; for shop/web, not for the caller  (k8s/access.yaml:38:5)',
        'missing    no TrafficTarget with account shop/thief among its sources lists match buy (POST /buy), which is for shop/web',
        'evidence   nothing says that the application makes this call')

// What the latest release did not allow.
it.assertLogged(
        'Comparing io.github.meshready.it:explain-diff:yml:smi:1.0.0 with k8s',
        '1 difference in access: 1 new, 0 gone, 0 changed; access grew',
        '+ access  shop/thief -> shop/books port 8080',
        '+ GET /books  (k8s/access.yaml:41:5)',
        'see above and target/smi-reports/diff.md')
def markdown = new File(basedir, 'target/smi-reports/diff.md').getText('UTF-8')
assert markdown.contains('| appears, **wider** | access | `shop/thief` | `shop/books` | `8080` | `GET /books` | – |')
def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/smi-reports/diff.json'))
assert json.widened && json.changes.size() == 1 && json.changes[0].added[0].by == ['k8s/access.yaml:41:5']
assert !markdown.contains(basedir.path)
return true
