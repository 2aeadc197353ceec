import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)
it.assertLogged(
        '[INFO] Manifests: k8s (first place found)',
        '[INFO] Verifying out/mesh',
        '[INFO] Calls that work: 1 of 1; 0 errors, 1 warning',
        '[INFO] Next: mvn io.github.meshready:smi-maven-plugin:',
        ':verify -Dsmi.namespace=azure-vote -Dsmi.outputDirectory=out/mesh, then: kubectl apply -n azure-vote -R -f out/mesh')
assert new File(basedir, 'out/mesh/90-policies.yaml').isFile()
assert new File(basedir, 'target/smi.yml').isFile()
assert new File(basedir, 'target/smi-reports/mesh.json').isFile()
return true
