/** The use case of {@code smi:verify}: decides every call, and looks for policies that do other than they read. */
package io.github.meshready.smi.verify;
