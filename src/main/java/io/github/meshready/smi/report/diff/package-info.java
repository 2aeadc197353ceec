/** What differs between two sets of manifests: console, JSON, and Markdown for a pull request. */
package io.github.meshready.smi.report.diff;
