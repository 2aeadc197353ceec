package shop.orders;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for Spring Cloud's annotation of this name. */
@Retention(RetentionPolicy.RUNTIME)
@interface FeignClient {

    String value();
}
