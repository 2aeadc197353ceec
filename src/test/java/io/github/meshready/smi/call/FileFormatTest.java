package io.github.meshready.smi.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.TestManifests;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileFormatTest {

    private static final Workload SOURCE = TestManifests.app(TestManifests.deployment("shop", "web"))
            .workloads()
            .get(0);
    private static final Container CONTAINER =
            new Container("c", "", false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("REDIS_ADDR", "redis:6379\n", "REDIS_ADDR=redis:6379\n"),
                Arguments.of(
                        "application.properties",
                        "# http://not:1\n! nor\nspring.redis.host=redis\n a.url : http\\://b:1/x\n\nempty=\n",
                        "spring.redis.host=redis, a.url=http://b:1/x, empty="),
                Arguments.of(
                        "application.yml",
                        "spring:\n  rabbitmq: {host: rabbit, port: 5672}\n---\nroutes:\n- uri: http://a\n",
                        "spring.rabbitmq.host=rabbit beside 5672, spring.rabbitmq.port=5672, routes[0].uri=http://a"),
                Arguments.of("config.json", "{\"a\": {\"b\": [\"x:1\", \"y:2\"]}}", "a.b[0]=x:1, a.b[1]=y:2"),
                Arguments.of("broken.yml", "a: [\nurl: http://b:1\n", "a=[, url=http://b:1"),
                Arguments.of(
                        "config.toml",
                        "title = \"x\"\n[redis]\nhost = \"cache\" \nport = 6379\n",
                        "title=x, redis.host=cache beside 6379, redis.port=6379"),
                Arguments.of(
                        "nginx.conf",
                        "upstream be { # http://no\n  server orders:8080 weight=5; server b:1;\n}\n"
                                + "server { location / { proxy_pass http://be/; } location /c { proxy_pass http://catalog:8080/; } }\n",
                        "upstream.server[0].address=orders:8080, upstream.server[1].address=b:1,"
                                + " proxy_pass[3].url=http://catalog:8080/"),
                Arguments.of(
                        "passed.conf",
                        "map $x $up { default \"api:80\"; /b b:81; }\nset $h web; set $u \"http://$h:82\";\n"
                                + "proxy_pass http://$up; proxy_pass $u; proxy_pass http://${h}:83$request_uri; proxy_pass http://$other;",
                        "proxy_pass[0].url=http://api:80, proxy_pass[0].url[1]=http://b:81, proxy_pass[1].url=http://web:82,"
                                + " proxy_pass[2].url=http://web:83, proxy_pass[3].url=http://$other"),
                Arguments.of("static.conf", "server {\n  listen 80;\n  return 301 http://web:80/;\n}\n", ""),
                Arguments.of(
                        "haproxy.cfg",
                        "defaults\n  mode http # http://no\nbackend b\n  server s1 web:8080 check\n",
                        "=defaults, =mode http, =backend b, =server s1 web:8080 check"),
                Arguments.of(
                        "fluent-bit.conf",
                        "[SERVICE]\n    Flush 1\n[OUTPUT]\n    Name es\n    Host es1\n    Port 9200\n[OUTPUT]\n    Host es2\n",
                        "=Flush 1, =Name es, OUTPUT.Host=es1 beside 9200, OUTPUT.Port=9200, OUTPUT.Host=es2"),
                Arguments.of(
                        "fluent.conf",
                        "<match **>\n  @type forward\n  <server>\n    host es\n    port 24224\n  </server>\n</match>\n",
                        "=@type forward, match.server.host=es beside 24224, match.server.port=24224"),
                Arguments.of(
                        "logstash.conf",
                        "input {\n}\noutput {\n  es {\n    hosts => [\n      \"es:9200\"\n    ]\n  }\n}\n",
                        "=input, =output, =es, output.es.hosts=[, output.es.hosts=\"es:9200\", output.es.hosts=]"),
                Arguments.of(
                        "app.conf",
                        "a { host = \"db\" port = 5432 }\nb.url = \"http://x:1\"\n",
                        "=a, a.host=db beside 5432, a.port=5432, b.url=http://x:1"),
                Arguments.of(
                        "settings.py",
                        "D = {\n  'default': {\n    'HOST': 'pg',\n    'PORT': '5432',\n  }\n}\n",
                        "D.default.HOST=pg beside 5432, D.default.PORT=5432"),
                Arguments.of(
                        "x.js",
                        "module.exports = { host: 'db', port:5432 };\n",
                        "exports.host=db beside 5432, exports.port=5432"),
                Arguments.of(
                        "config.php",
                        "<?php\ndefine( 'DB_HOST', 'db' );\n$cfg['Servers'][1]['host'] = 'db2';\n",
                        "=<?php, define.DB_HOST=db, cfg.Servers.1.host=db2"),
                Arguments.of(
                        "default.vcl",
                        "vcl 4.0;\nbackend default {\n  .host = \"web\";\n  .port = \"80\";\n}\n",
                        "=vcl 4.0, =backend default, default.host=web beside 80, default.port=80"),
                Arguments.of(
                        "beans.xml",
                        "<!-- <old url=\"http://no\"/> -->\n<beans>\n  <bean host=\"db\" port=\"1\"/>\n"
                                + "  <property><name>zk.quorum</name><value>zk:2181</value></property>\n  <remoteHost>log</remoteHost>\n</beans>\n",
                        "beans.bean.host=db beside 1, beans.bean.port=1, beans.property.name=zk.quorum,"
                                + " beans.property.zk.quorum=zk:2181, beans.remoteHost=log"),
                Arguments.of(
                        "a.conf",
                        "a {\n /* http://no */\n b c // http://no\n handle /api/* web:80\n}\n",
                        "=a, =b c, =handle /api/* web:80"),
                Arguments.of("redis.conf", "appendonly yes\nreplicaof cache 6379\n", "=appendonly yes, =cache:6379"),
                Arguments.of(
                        "list.toml",
                        "brokers = [\n  \"a:1\",\n]\nb = { host = \"c\" }\n",
                        "brokers=[, b.host=c, =\"a:1\", =]"),
                Arguments.of("long.properties", "a.servers=a:1,\\\n  b:2\n", "a.servers=a:1,b:2"),
                Arguments.of("apisix.yaml", "nodes:\n  \"api:1980\": 1\n", "nodes[0]=api:1980, nodes.api:1980=1"),
                Arguments.of("README.md", "# x\nOpen http://web:80\n", "content =Open http://web:80"),
                Arguments.of(
                        "api.yaml",
                        "openapi: 3.0.0\nservers:\n- url: http://web:80\n",
                        "content openapi=3.0.0, content servers[0].url=http://web:80"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void takesAFileApart(String name, String text, String expected) {
        Mention file = new Mention(SOURCE, Evidence.Place.FILE, "", CONTAINER, text, new Location("x.yaml", 1, 1));
        assertThat(String.join(
                        ", ",
                        new FileFormat()
                                .parts(name, file)
                                .map(FileFormatTest::shown)
                                .toList()))
                .isEqualTo(expected);
    }

    /** With the port beside it, which is what blocks are told apart for. */
    private static String shown(Mention part) {
        String place = part.place() == Evidence.Place.CONTENT ? "content " : "";
        String port = Siblings.port(part).map(each -> " beside " + each).orElse("");
        return place + part.key() + "=" + part.value() + port;
    }
}
