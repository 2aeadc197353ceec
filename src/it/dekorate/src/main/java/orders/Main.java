package orders;

import io.dekorate.kubernetes.annotation.Env;
import io.dekorate.kubernetes.annotation.KubernetesApplication;
import io.dekorate.kubernetes.annotation.Port;
import io.dekorate.option.annotation.GeneratorOptions;

@KubernetesApplication(
        name = "orders",
        ports = @Port(name = "http", containerPort = 8080),
        envVars = @Env(name = "PAYMENTS_URL", value = "http://payments:8080"))
@GeneratorOptions(inputPath = "manifests")
public final class Main {

    public static void main(String[] args) {
        System.out.println(System.getenv("PAYMENTS_URL"));
    }
}
