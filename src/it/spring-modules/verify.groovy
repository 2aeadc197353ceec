import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)
it.assertLogged(
        '[INFO]   orders -> books:8080 http (resource books.url of ../orders/target/classes/application.yml)',
        '[INFO]   orders -> orders-db:5432 tcp-server-first'
                + ' (resource spring.datasource.url of ../orders/target/classes/application.yml)',
        '[INFO] Calls that work: 2 of 2; 0 errors, 0 warnings')
it.assertNotLogged('localhost')
return true
