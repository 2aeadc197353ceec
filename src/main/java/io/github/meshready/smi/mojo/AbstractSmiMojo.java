package io.github.meshready.smi.mojo;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.RouteInputs;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.ModuleReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals have in common: the mesh that the manifests are for, and how a goal runs and fails. */
abstract class AbstractSmiMojo extends AbstractFileMojo {

    /**
     * The namespace that objects without one are for: the one that is given to kubectl with {@code -n}. It is
     * {@code default} if nothing is said, with a warning, because OSM's documentation advises against onboarding that
     * namespace. The objects themselves are not changed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.namespace")
    private String namespace;

    /**
     * The mesh and its version: {@code osm:0.9}, {@code osm:0.10}, {@code osm:0.11}, {@code osm:1.0}, {@code osm:1.1},
     * {@code osm:1.2} or {@code fsm:1.5}; {@code osm version} or the image tag of osm-controller shows it. Labels, API
     * versions, which protocols are known and how policies are enforced follow it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.mesh", defaultValue = "osm:1.2", required = true)
    private String mesh;

    /**
     * The name of the mesh that namespaces join, as in {@code osm namespace add --mesh-name}. By default it is
     * {@code osm}, or {@code fsm} for that mesh.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.meshName")
    private String meshName;

    /**
     * A file with the mesh's configuration, v1alpha1 or v1alpha2, such as the output of
     * {@code kubectl get meshconfig osm-mesh-config -n osm-system -o yaml}. By default a MeshConfig among the manifests
     * is used, if there is one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.meshConfig")
    private File meshConfig;

    /**
     * Whether permissive traffic policy mode is on, in which the mesh allows every call between its pods and ignores
     * all policies: {@code true} or {@code false}. By default the MeshConfig says so; without one the mode is taken to be
     * off.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.permissive")
    private String permissive;

    /**
     * What happens with calls to hosts outside of the mesh where it lets none out, which {@code enableEgress} of the
     * MeshConfig says: with {@code write}, {@code smi:generate} writes an Egress for each account, protocol and port;
     * {@code write} and {@code warn} warn of each call that stays refused (SMI-EGR-05), {@code off} only notes it. Where the
     * mesh lets calls out nothing is written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.egress", defaultValue = "write", required = true)
    private String egress;

    /**
     * Calls that the application makes and that its manifests do not show. {@code from} names a workload, {@code to} a
     * Service, {@code port} one of its ports by number or name; it can be left out if the Service has only one. Names
     * that stand for several objects take a namespace ({@code shop/web}) or also a kind
     * ({@code Deployment/shop/web}). {@code protocol} ({@code http}, {@code grpc}, {@code tcp} or
     * {@code tcp-server-first}) settles what is spoken on the port where nothing else tells; {@code reason} is printed with
     * the call; {@code routes} lists the routes that the caller uses, as {@code GET /books/{id}} or by their names in the Service's
     * OpenAPI document. These three can be left out.
     *
     * <p>Where a parent pom has some, write {@code <calls combine.children="append">}; else Maven fills up the first entry here
     * with what stands in the first one there, and drops the others of the parent.
     *
     * <pre>{@code
     * <calls>
     *   <call>
     *     <from>bookbuyer</from>
     *     <to>bookstore/bookstore</to>
     *     <port>14001</port>
     *     <protocol>http</protocol>
     *     <reason>the host is put together in the code</reason>
     *     <routes>
     *       <route>GET /books-bought</route>
     *     </routes>
     *   </call>
     * </calls>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<CallParameter> calls;

    /**
     * Calls that the manifests seem to show and that the application does not make. Parts that are left out stand for
     * any. A {@code reason} is printed with what is ignored. A declaration that matches no call is reported.
     *
     * <p>Where a parent pom has some, write {@code <ignoredCalls combine.children="append">}; else Maven fills up the first entry here
     * with what stands in the first one there, and drops the others of the parent.
     *
     * <pre>{@code
     * <ignoredCalls>
     *   <ignoredCall>
     *     <from>bookthief</from>
     *     <reason>it must not reach the store</reason>
     *   </ignoredCall>
     * </ignoredCalls>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<CallParameter> ignoredCalls;

    /**
     * The HTTP routes of Services, where modules of this build do not tell them, or not all. {@code service} names the Service, as in
     * {@code calls}; {@code openapi} is an OpenAPI 3.0 or 3.1 or Swagger 2 document, in YAML or JSON; {@code routes} lists routes
     * beside those of the document, each as a text of methods and path, or with {@code name}, {@code methods}, {@code path} and
     * {@code headers}. One with the path and methods of a route of the document takes its place. Variables in paths are written as in
     * Spring: {@code {id}}, {@code {id:[0-9]+}}, {@code {*rest}}. What a header has to match is an RE2 expression for its whole value,
     * as in an HTTPRouteGroup. With routes known, policies let each caller use those that it needs, and else every route of the
     * Service, but no other path.
     *
     * <p>Where a parent pom has some, write {@code <routes combine.children="append">}; else Maven fills up the first entry here
     * with what stands in the first one there, and drops the others of the parent.
     *
     * <pre>{@code
     * <routes>
     *   <of>
     *     <service>bookstore/bookstore</service>
     *     <openapi>src/main/openapi/bookstore.yaml</openapi>
     *     <routes>
     *       <route>GET /books/{id}</route>
     *       <route>
     *         <path>/books-bought</path>
     *         <methods>GET</methods>
     *         <headers>
     *           <client-app>bookbuyer</client-app>
     *         </headers>
     *       </route>
     *     </routes>
     *   </of>
     * </routes>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<RoutesParameter> routes;

    /**
     * Where HTTP routes may be taken from: with {@code all}, from {@code routes}, from OpenAPI documents that the build of a module
     * writes, and from the compiled classes of modules; with {@code declared}, from {@code routes} alone; with {@code none},
     * from nowhere, so that callers of a Service get every path of it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.routeSources", defaultValue = "all", required = true)
    private String routeSources;

    /**
     * Folders of modules whose configuration tells calls, besides the modules of this build: each is a module or holds
     * some. Their {@code application.properties}, {@code application.yml}, {@code bootstrap} and
     * {@code microprofile-config.properties}, the classes in {@code target/classes}, a {@code Dockerfile} and the
     * configuration of a web server count for the workload that is called like the module: by its name, its
     * image or its label {@code app}, or by {@code spring.application.name}. Of modules in these folders it is not known which takes
     * which along as a library, so tell the routes of those that do in {@code routes}. Only profiles that the workload's environment
     * makes active count, and its environment variables win.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.modules")
    private List<File> modules;

    /**
     * Service accounts that exist although no manifest defines them, as {@code namespace/name}. Workloads may run as
     * them without a finding SMI-ID-02.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.externalAccounts")
    private List<String> externalAccounts;

    /**
     * Skips all goals of this plugin.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.skip", defaultValue = "false")
    private boolean skip;

    AbstractSmiMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || isSkipped()) {
            getLog().info("Skipping " + goal());
            return;
        }
        try {
            startLooking();
            checkOutputs();
            start();
        } catch (InputException | ParameterException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read or write files", e);
        } catch (UncheckedIOException e) {
            throw new MojoExecutionException("cannot read files", e.getCause());
        }
    }

    /** The goal's name, as typed. */
    abstract String goal();

    /** Whether this goal alone is to be skipped. */
    abstract boolean isSkipped();

    /** Makes sure, before anything is read, that what this goal writes does not overwrite somebody else's. */
    void checkOutputs() throws IOException {
        report().check("smi.reportDirectory");
    }

    /** Runs the goal. */
    abstract void start() throws IOException, MojoFailureException;

    /**
     * Ends a goal that has nothing to read: quietly in a build of several modules, of which some have no manifests;
     * else with a failure, because a gate that checks nothing must not pass.
     */
    final void nothingToDo(Manifests found) throws MojoFailureException {
        if (isReactor()) {
            getLog().info("Nothing to do: " + found.description());
            return;
        }
        throw new MojoFailureException(found.description() + System.lineSeparator()
                + "  fix: name the files or folders that hold manifests in smi.manifests");
    }

    final Settings settings() {
        return ParameterValues.settings(namespace, mesh, meshName, permissive, egress, ifNamed(meshConfig));
    }

    final Declarations declarations() {
        List<BuildModule> built = buildModules();
        RouteInputs inputs = new RouteInputs(
                ParameterValues.routeSources(routeSources),
                ParameterValues.routes(routes),
                built,
                names(),
                limits(),
                base());
        return ParameterValues.declarations(calls, ignoredCalls, built, inputs);
    }

    /** The modules of this build and those in the folders that somebody named. */
    private List<BuildModule> buildModules() {
        ModuleReader reader = new ModuleReader(names(), limits());
        List<BuildModule> found = new ArrayList<>(build().builtModules().read(reader));
        for (File folder : modules == null ? List.<File>of() : modules) {
            found.addAll(reader.find(base().resolve(folder.toPath()).normalize()));
        }
        return found;
    }

    final Set<ObjectName> externalAccounts() {
        return ParameterValues.accounts(externalAccounts);
    }
}
