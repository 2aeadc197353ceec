package vote;

public final class Main {

    public static void main(String[] args) {
        System.out.println(System.getenv("REDIS"));
    }
}
