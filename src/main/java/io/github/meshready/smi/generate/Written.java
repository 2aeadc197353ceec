package io.github.meshready.smi.generate;

import io.github.meshready.smi.policy.Plan;
import java.util.List;

/**
 * A plan and the files that it comes to.
 *
 * @param plan the plan
 * @param applySet the files
 * @param remarks what else was changed in the application's own files, in words
 */
record Written(Plan plan, ApplySet applySet, List<String> remarks) {}
