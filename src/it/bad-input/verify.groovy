import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)
it.assertLogged(
        'k8s/chart.yaml:4:9: looks like a Helm template ({{ ... }}), not a manifest; the calls in it cannot be known',
        'fix: render it first (helm template NAME CHART > k8s/app.yaml) and read the result',
        'k8s/tab.yaml:4:1: a tab stands where YAML allows only spaces; the file cannot be read')
it.assertNotLogged('\tat ', 'SENTINEL')
['smi', 'smi.yml', 'smi-reports'].each { assert !new File(basedir, "target/$it").exists() : 'nothing is written' }
return true
