package shop;

public final class Main {

    public static void main(String[] args) {
        System.out.println(System.getenv("QUARKUS_DATASOURCE_JDBC_URL"));
    }
}
