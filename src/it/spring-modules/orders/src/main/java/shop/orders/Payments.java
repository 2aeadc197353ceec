package shop.orders;

/** A client whose Service only this annotation names. */
@FeignClient("payments")
interface Payments {

    String pay(String order);
}
