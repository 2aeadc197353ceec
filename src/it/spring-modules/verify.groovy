import io.github.meshready.smi.it.ItProject

def it = new ItProject(basedir)
it.assertLogged(
        '[INFO]   orders -> books:8080 http (resource books.url of ../orders/target/classes/application.yml)',
        '[INFO]   orders -> orders-db:5432 tcp-server-first'
                + ' (resource spring.datasource.url of ../orders/target/classes/application.yml)',
        '[INFO]   orders -> payments:8080 http'
                + ' (code @FeignClient service of ../orders/target/classes/shop/orders/Payments.class)',
        '[INFO] Calls that work: 3 of 3; 0 errors, 0 warnings')
it.assertNotLogged('localhost')
return true
