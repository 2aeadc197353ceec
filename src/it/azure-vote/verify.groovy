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
        '[INFO]   203.0.113.0/24 -> Service azure-vote/azure-vote-front, pod port 80 http (Service type LoadBalancer)',
        '[INFO] Calls that work: 1 of 1; 0 errors, 0 warnings')
return true
