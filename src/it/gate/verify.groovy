import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)
it.assertLogged(
        '[INFO] Calls that work: 0 of 1; 2 errors, 1 warning',
        '[INFO] Invariants: 2 proved, 1 not',
        '[INFO] Switched off by <severities>: 1 finding of SMI-CALL-02',
        '''[ERROR] SMI-INV-01  error  k8s/shop.yaml:99:1  TrafficTarget shop/web-to-cache
  Deployment/shop/web can call shop/cache:6379, which "deny from * to cache except books" rules out: GET /books passes by match list (k8s/shop.yaml:59:5)''',
        '[INFO] Suppressed: 1 finding',
        '(until 2999-12-31: nobody calls it, ::notice::and #\\u0023vso[task.complete])',
        '[INFO] Known by the baseline: 1 finding, in mesh.json',
        '[INFO] Fixed since the baseline: 1 finding',
        'The suppression of SMI-ID-* on * (pom) ended on 2025-12-31 and no longer suppresses 1 finding',
        '2 errors, 1 warning, see above.')

// Commands for CI start a line, whatever Maven it is, and nothing of the manifests does.
def lines = new File(basedir, 'build.log').readLines().findAll { it.trim().startsWith('::') || it.contains('##') }
assert lines.collect { it.takeWhile { c -> c != ' ' } + ' ' + (it =~ /(?:title|code)=([A-Z0-9-]+)/)[0][1] } == [
        '::error SMI-CALL-01', '::error SMI-INV-01', '::warning SMI-TT-05',
        '##vso[task.logissue SMI-CALL-01', '##vso[task.logissue SMI-INV-01', '##vso[task.logissue SMI-TT-05']
assert lines[0].startsWith('::error file=k8s/shop.yaml,line=31,col=18,title=SMI-CALL-01::Deployment shop/web: its call')
assert lines[5].startsWith('##vso[task.logissue type=warning;sourcepath=k8s/shop.yaml;linenumber=71;columnnumber=5;')

// All outputs are there though the build failed, and tell the same.
def reports = new File(basedir, 'target/smi-reports')
def mesh = new JsonSlurper().parse(new File(reports, 'mesh.json'))
def standings = mesh.findings.collect { it.rule + ' ' + it.severity + ' ' + it.standing }
assert standings.toSorted() == ['SMI-CALL-01 error open', 'SMI-ID-02 error known', 'SMI-INV-01 error open', 'SMI-PROTO-01 error suppressed', 'SMI-TT-05 warning open']
def run = new JsonSlurper().parse(new File(reports, 'smi.sarif')).runs[0]
assert run.results.collect {
    it.ruleId + ' ' + it.level + ' ' + (it.suppressions ? 'suppressed' : it.baselineState == 'unchanged' ? 'known' : 'open')
} == standings
assert run.results*.partialFingerprints.'smiFinding/v1' == mesh.findings*.fingerprint
assert run.results.every { it.locations[0].physicalLocation.artifactLocation.uri == 'k8s/shop.yaml' }
def suite = new XmlSlurper().parse(new File(reports, 'TEST-smi.xml')).testsuite
assert suite.@failures == '2' && suite.@skipped == '3'
assert suite.testcase.findAll { it.failure.size() > 0 }*.@classname*.text() == ['smi.SMI-CALL-01', 'smi.SMI-INV-01']
assert mesh.invariants.proved == 2 && mesh.invariants.all*.proved == [false, true, true]
return true
