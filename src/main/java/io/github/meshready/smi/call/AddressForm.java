package io.github.meshready.smi.call;

import java.util.List;

/** One way of writing addresses. */
interface AddressForm {

    /** All addresses of this form in a text; none if the text holds none. */
    List<Address> addresses(String text);
}
