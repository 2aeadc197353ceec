package io.github.meshready.smi.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.Namespace;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.PortProtocol;
import io.github.meshready.smi.policy.Smi;
import io.github.meshready.smi.verify.Facts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The part of the report that says what is there: namespaces, workloads, accounts, services, policies. */
final class ApplicationJson {

    private final Facts facts;
    private final Application application;
    private final JsonGenerator json;
    private final RouteJson routes;

    ApplicationJson(Facts facts, RouteJson routes, JsonGenerator json) {
        this.facts = facts;
        this.application = facts.application();
        this.json = json;
        this.routes = routes;
    }

    void write() throws IOException {
        writeNamespaces();
        writeWorkloads();
        writeAccounts();
        writeServices();
        writePolicies();
    }

    private void writeNamespaces() throws IOException {
        Set<String> names = new TreeSet<>();
        application.workloads().forEach(workload -> names.add(workload.namespace()));
        json.writeArrayFieldStart("namespaces");
        for (String name : names) {
            Optional<Namespace> declared = application.namespace(name);
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeBooleanField("declared", declared.isPresent());
            json.writeBooleanField(
                    "meshed", facts.mesh().membership().unwatched(name).isEmpty());
            String injection = declared.map(Namespace::annotations)
                    .map(annotations -> annotations.getOrDefault(facts.dialect().injection(), ""))
                    .orElse("");
            json.writeStringField("sidecarInjection", injection);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeWorkloads() throws IOException {
        json.writeArrayFieldStart("workloads");
        for (Workload workload : sorted(application.workloads())) {
            json.writeStartObject();
            json.writeStringField("id", workload.id());
            json.writeStringField("kind", workload.kind().kind());
            json.writeStringField("namespace", workload.namespace());
            json.writeStringField("name", workload.name());
            json.writeStringField("account", workload.account().toString());
            Optional<String> outside = facts.mesh().membership().outside(workload);
            json.writeBooleanField("sidecar", outside.isEmpty());
            if (outside.isPresent()) {
                json.writeStringField("sidecarReason", outside.get());
            }
            JsonFields.location(json, workload.object().location());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<Workload> sorted(List<Workload> workloads) {
        return workloads.stream().sorted(Comparator.comparing(Workload::id)).toList();
    }

    private void writeAccounts() throws IOException {
        Map<ObjectName, List<String>> users = new TreeMap<>();
        application.accounts().keySet().forEach(account -> users.put(account, new ArrayList<>()));
        for (Workload workload : sorted(application.workloads())) {
            users.computeIfAbsent(workload.account(), key -> new ArrayList<>()).add(workload.id());
        }
        json.writeArrayFieldStart("accounts");
        for (Map.Entry<ObjectName, List<String>> account : users.entrySet()) {
            json.writeStartObject();
            json.writeStringField("namespace", account.getKey().namespace());
            json.writeStringField("name", account.getKey().name());
            json.writeBooleanField("declared", application.accounts().containsKey(account.getKey()));
            JsonFields.texts(json, "workloads", account.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeServices() throws IOException {
        json.writeArrayFieldStart("services");
        for (Service service : application.services().stream()
                .sorted(Comparator.comparing(Service::name))
                .toList()) {
            json.writeStartObject();
            json.writeStringField("namespace", service.name().namespace());
            json.writeStringField("name", service.name().name());
            json.writeStringField("type", service.type());
            json.writeBooleanField("headless", service.headless());
            JsonFields.texts(
                    json,
                    "workloads",
                    sorted(application.selectedBy(service)).stream()
                            .map(Workload::id)
                            .toList());
            json.writeArrayFieldStart("ports");
            for (ServicePort port : service.tcpPorts()) {
                writePort(service, port);
            }
            json.writeEndArray();
            routes.write(service);
            JsonFields.location(json, service.object().location());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writePort(Service service, ServicePort port) throws IOException {
        json.writeStartObject();
        json.writeNumberField("port", port.number());
        json.writeStringField("name", port.name());
        json.writeArrayFieldStart("targetPorts");
        Set<Integer> targets = new TreeSet<>();
        application
                .selectedBy(service)
                .forEach(workload -> port.target().on(workload.pod()).ifPresent(targets::add));
        for (int target : targets) {
            json.writeNumber(target);
        }
        json.writeEndArray();
        PortProtocol spoken = facts.graph().protocol(service, port);
        json.writeStringField("protocol", spoken.protocol().toString());
        json.writeStringField("protocolSource", spoken.why());
        json.writeStringField(
                "meshProtocol",
                port.meshProtocol().protocol().map(Object::toString).orElse("unsupported"));
        json.writeEndObject();
    }

    private void writePolicies() throws IOException {
        Set<String> groups = Set.of(
                Smi.ACCESS_GROUP,
                Smi.SPECS_GROUP,
                Smi.SPLIT_GROUP,
                facts.dialect().group("policy"));
        json.writeArrayFieldStart("policies");
        List<KubeObject> policies = application.objects().stream()
                .filter(object -> groups.contains(object.group()))
                .sorted(Comparator.comparing(KubeObject::described))
                .toList();
        for (KubeObject policy : policies) {
            json.writeStartObject();
            json.writeStringField("kind", policy.kind());
            json.writeStringField("namespace", policy.namespace());
            json.writeStringField("name", policy.name());
            JsonFields.location(json, policy.location());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
