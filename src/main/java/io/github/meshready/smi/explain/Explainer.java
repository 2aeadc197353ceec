package io.github.meshready.smi.explain;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Verifier;
import java.util.List;
import java.util.Optional;

/** Answers what happens to a call and why, or who may call whom, from manifests alone. */
public final class Explainer {

    /**
     * Answers a question: with both ends named, about that call; else about all calls of the end that is named.
     *
     * @throws InputException if the manifests cannot be read, or a name or request means nothing
     */
    public Answer answer(ExplainRequest request) {
        Facts facts = new Verifier(List.of()).verify(request.manifests()).facts();
        if (facts.application().workloads().isEmpty()) {
            throw new InputException(new InputProblem(
                    "smi.manifests",
                    "the manifests hold no workload, so there is nobody to call or be called",
                    "name the folder that holds them"));
        }
        QuestionReader reader = new QuestionReader(facts);
        if (!request.from().isEmpty() && !request.to().isEmpty()) {
            return explain(facts, reader.question(request));
        }
        if (!request.request().isEmpty() || !request.headers().isEmpty()) {
            throw new InputException(new InputProblem(
                    "smi.request",
                    "a request is given, but not both ends of the call",
                    "name the caller in smi.from and the Service in smi.to"));
        }
        Optional<Workload> from =
                Optional.of(request.from()).filter(name -> !name.isEmpty()).map(reader::caller);
        Optional<Service> to =
                Optional.of(request.to()).filter(name -> !name.isEmpty()).map(reader::called);
        return Matrix.of(facts.mesh(), from, to);
    }

    /** Explains one call of manifests that were read. */
    public static Explanation explain(Facts facts, Question question) {
        Mesh mesh = facts.mesh();
        Decision decision = question.request()
                .map(request -> mesh.decide(question.connection(), request))
                .orElseGet(() -> mesh.decide(question.connection()));
        Chain chain = new Chain(facts, question, decision);
        return new Explanation(
                question,
                decision,
                chain.steps(),
                new NearestPolicy(mesh, question, decision).missing(),
                new CallEvidence(facts, question).steps());
    }
}
