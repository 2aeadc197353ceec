package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.nio.file.Path;

/** Makes plain manifests of a folder with a kustomization. */
public interface KustomizationRenderer {

    /**
     * Renders a folder.
     *
     * @param folder a folder that holds a kustomization
     * @param name the folder as people know it
     * @return the manifests, as text in UTF-8
     * @throws InputException if it cannot be rendered
     * @throws IOException if the renderer cannot be talked to
     */
    byte[] render(Path folder, String name) throws IOException;
}
