package io.github.meshready.bench.application;

/** What speaks what: every tenth workload is a cache, every tenth a database, every tenth speaks gRPC. */
enum Kind {
    HTTP(8080, "http"),
    GRPC(9090, "grpc"),
    CACHE(6379, "redis"),
    DATABASE(5432, "postgres");

    final int port;
    final String portName;

    Kind(int port, String portName) {
        this.port = port;
        this.portName = portName;
    }

    static Kind of(int number) {
        return switch (number % 10) {
            case 3 -> CACHE;
            case 6 -> DATABASE;
            case 9 -> GRPC;
            default -> HTTP;
        };
    }

    /** Whether it calls others. */
    boolean calls() {
        return this == HTTP || this == GRPC;
    }

    /** How people write where it is. */
    String url(String host) {
        return switch (this) {
            case HTTP -> "http://" + host + ":" + port + "/api";
            case GRPC -> "dns:///" + host + ":" + port;
            case CACHE -> "redis://" + host + ":" + port + "/0";
            case DATABASE -> "jdbc:postgresql://" + host + ":" + port + "/app";
        };
    }
}
