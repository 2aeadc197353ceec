import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)
def text = { mode, file -> new File(basedir, "target/$mode/smi/$file").getText('UTF-8') }
def kinds = { mode ->
    def policies = new File(basedir, "target/$mode/smi/90-policies.yaml").getText('UTF-8')
    (policies =~ /(?m)^kind: (\w+)\nmetadata:\n  name: (\S+)$/).collect { it[1] + ' ' + it[2] }.sort()
}
def targets = ['HTTPRouteGroup catalog-routes', 'TCPRoute cache-6379', 'TCPRoute db-3306', 'TCPRoute zk-2888',
        'TrafficTarget web-to-cache', 'TrafficTarget web-to-catalog', 'TrafficTarget web-to-db', 'TrafficTarget zk-to-zk']
def marks = { mode -> (text(mode, '50-app/shop.yaml') =~ /appProtocol: (\S+?)[,}\s]/).collect { it[1] }.sort() }

// Enforced, and nothing let out: everything is needed. OSM 1.1 reads no names of ports, so all are marked.
assert kinds('strict') == (targets + ['Egress web-https-443', 'IngressBackend web']).sort()
assert marks('strict') == ['grpc', 'tcp', 'tcp', 'tcp', 'tcp-server-first']
it.assertLogged('[INFO] Mesh osm (osm:1.1), permissive mode off (MeshConfig in mesh/strict.yaml)')
def egress = text('strict', '90-policies.yaml')
assert egress.contains('  hosts:\n  - api.payments.example\n  ports:\n  - number: 443\n    protocol: https\n')
assert egress.contains('  - name: web\n    port:\n      number: 8080\n      protocol: http\n')
assert !egress.contains('Not enforced yet')

// Permissive: namespaces, protocols and what comes from outside; no accounts, so that no pod restarts for nothing.
assert kinds('permissive') == ['IngressBackend web']
assert marks('permissive') == ['tcp', 'tcp-server-first']
assert !new File(basedir, 'target/permissive/smi/10-service-accounts.yaml').exists()
assert text('permissive', '00-namespaces.yaml').contains('openservicemesh.io/monitored-by: osm')
it.assertLogged(
        '[WARNING] Permissive mode is on: the mesh would ignore TrafficTargets, so none are written; to write them ahead, set smi.policies to always',
        '[INFO] On the day permissive mode is switched off, after smi:generate for that mode: 4 of 4 calls will work')

// Ahead of the day: all of it, marked.
assert kinds('ahead') == (targets + ['IngressBackend web']).sort()
assert text('ahead', '90-policies.yaml').count('# Not enforced yet: permissive mode is on.') == 4

// The fork: other labels and groups.
assert kinds('fsm') == (targets + ['IngressBackend web']).sort()
assert text('fsm', '00-namespaces.yaml').contains('flomesh.io/monitored-by: fsm')
assert text('fsm', '90-policies.yaml').contains('apiVersion: policy.flomesh.io/v1alpha1\nkind: IngressBackend')
assert !text('fsm', '90-policies.yaml').contains('openservicemesh')
it.assertLogged('[INFO] Calls that work: 4 of 4; 0 errors, 0 warnings')
return true
