package io.github.meshready.smi.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyHintTest {

    @ParameterizedTest
    @CsvSource({
        "DB_HOST, ADDRESS",
        "upstream, ADDRESS",
        "AUTH_TOKEN_URL, ADDRESS",
        "PGHOST, ADDRESS",
        "VAULT, ADDRESS",
        "CASSANDRA_SEEDS, ADDRESS",
        "CASSANDRA_CONTACT_POINTS, ADDRESS",
        "entryPoints, UNCLEAR",
        "-retry-join, ADDRESS",
        "RABBITMQ_VHOST, OTHER",
        "GHOST, UNCLEAR",
        "DB_NAME, OTHER",
        "DB_PASSWORD, SECRET",
        "FOO, UNCLEAR",
        // who may come in
        "CORS_ALLOWED_ORIGINS, INBOUND",
        "quarkus.http.cors.origins, INBOUND",
        "clients[0].webOrigins[0], INBOUND",
        "NO_PROXY, INBOUND",
        "http.nonProxyHosts, INBOUND",
        "ALLOWED_HOSTS, INBOUND",
        "trusted-hosts, INBOUND",
        "VIRTUAL_HOST, INBOUND",
        "JWT_AUDIENCE, INBOUND",
        "cookie.domain, INBOUND",
        // where others are sent, what they are told
        "OAUTH_REDIRECT_URI, INBOUND",
        "--redirect-url, INBOUND",
        "clients[0].redirectUris[0], INBOUND",
        "OAUTH_CALLBACK_URL, INBOUND",
        "CONNECT_REST_ADVERTISED_HOST_NAME, INBOUND",
        "KAFKA_ADVERTISED_LISTENERS, INBOUND",
        "EXTERNAL_URL, INBOUND",
        "EUREKA_INSTANCE_HOSTNAME, INBOUND",
        // what is shown
        "management.metrics.tags.service, INBOUND",
        "OTEL_RESOURCE_ATTRIBUTES, INBOUND",
        "annotations.runbook_url, INBOUND",
        "links[0].url, INBOUND",
        "rules[0].labels.service, INBOUND",
        "GF_SERVER_ROOT_URL, INBOUND",
        "WORKER_IMAGE, INBOUND",
        // what is called may be named after any of these
        "CALLBACK_SERVICE_URL, ADDRESS",
        "CORS_PROXY_URL, ADDRESS",
        "IMAGE_SERVICE_HOST, ADDRESS",
        "TAGS_URL, ADDRESS",
        "HTTP_PROXY_URL, ADDRESS",
        "PUBLIC_API_URL, ADDRESS",
        "ORIGIN_SERVER, ADDRESS",
        "ALLOWED_API_HOST, ADDRESS"
    })
    void readsTheWordsOfAKey(String key, KeyHint expected) {
        assertThat(KeyHint.of(key)).isEqualTo(expected);
    }
}
