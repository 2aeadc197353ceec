/** The use case of {@code smi:generate}: read, find, plan, edit, write. */
package io.github.meshready.smi.generate;
