package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Renders with {@code kubectl kustomize}, which reads no file outside of the folder's own kustomization root. */
public final class KubectlKustomize implements KustomizationRenderer {

    private static final int SECONDS = 120;
    private static final int SHOWN = 400;

    private final String kubectl;

    /** @param kubectl name or path of the program */
    public KubectlKustomize(String kubectl) {
        this.kubectl = kubectl;
    }

    @Override
    public byte[] render(Path folder, String name) throws IOException {
        Process process = start(folder, name);
        process.getOutputStream().close();
        CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> all(process.getInputStream()));
        CompletableFuture<byte[]> errors = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw problem(name, "did not end within " + SECONDS + " seconds");
            }
            if (process.exitValue() != 0) {
                String said = new String(errors.join(), StandardCharsets.UTF_8).strip();
                throw problem(name, "failed: " + Printable.line(said.substring(0, Math.min(SHOWN, said.length()))));
            }
            return output.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("waiting for kubectl");
        } catch (CompletionException e) {
            throw new IOException("cannot read what kubectl says", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Path folder, String name) {
        try {
            return new ProcessBuilder(List.of(kubectl, "kustomize", folder.toString())).start();
        } catch (IOException e) {
            throw new InputException(new InputProblem(
                    name,
                    "holds a kustomization, and smi.kustomize is set, but there is no " + kubectl + " to render it",
                    "put kubectl on the PATH, or render it yourself (kubectl kustomize FOLDER > app.yaml)"));
        }
    }

    private static byte[] all(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private InputException problem(String name, String what) {
        return new InputException(new InputProblem(
                name, "kubectl kustomize " + what, "correct the kustomization, or set smi.kustomize to false"));
    }
}
