package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.ClientRoutes;
import java.util.Optional;
import org.jboss.jandex.ClassInfo;

/** Reads what declared clients use by the rules of one framework. */
interface Client {

    /** What a client uses; nothing if the type is none. */
    Optional<ClientRoutes> read(ClassInfo type);
}
