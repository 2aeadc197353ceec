import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)
it.assertLogged(
        '[INFO] Verifying k8s',
        '[INFO] Calls that work: 0 of 1; 2 errors, 0 warnings',
        '''[ERROR] SMI-CALL-01  error  k8s/shop.yaml:31:18  Deployment shop/web
  its call web -> books:8080 http (env BOOKS_URL) is denied: no route of shop/books matches: 404
  fix: run smi:generate, which writes what is missing; if it is no call, name it in <ignoredCalls>''',
        '''[ERROR] SMI-TT-05  error  k8s/shop.yaml:71:5  TrafficTarget shop/web-to-books
  rule HTTPRouteGroup/books lists no matches: OSM then allows no request at all (every call gets 404)
  fix: add matches: [list]''',
        '2 errors, 0 warnings, see above. To write what can be written: mvn smi:generate -> ')
it.assertNotLogged('\tat io.github')
return true
