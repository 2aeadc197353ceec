/** The runbook: in which steps an application goes into the mesh, one class for each step. */
package io.github.meshready.smi.report.rollout;
