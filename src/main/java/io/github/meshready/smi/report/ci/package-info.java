/** Findings in the forms that CI systems show: SARIF, JUnit XML, commands in the log of GitHub and Azure. */
package io.github.meshready.smi.report.ci;
