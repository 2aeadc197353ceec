import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)
it.assertWrittenAsExpected()
it.assertLogged(
        '[INFO] Manifests: k8s (first place found)',
        '[INFO]   azure-vote-front -> azure-vote-back:6379 tcp (env REDIS)',
        '[INFO]   Service azure-vote/azure-vote-back port 6379: appProtocol tcp (container port name redis)',
        '[INFO] Wrote target/smi: 4 files new or changed, 0 unchanged, 0 removed',
        '[INFO] Wrote target/smi: 0 files new or changed, 4 unchanged, 0 removed',
        '[INFO] Next: mvn smi:verify, then: kubectl apply -n azure-vote -R -f target/smi',
        '[WARNING] SMI-ING-01  warning  k8s/azure-vote.yaml:59:1  Service azure-vote/azure-vote-front',
        '    kind: IngressBackend',
        '[INFO] Calls that work: 1 of 1; 0 errors, 1 warning')
return true
