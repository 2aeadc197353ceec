package shop.stock;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@Path("levels")
public class Levels {

    @GET
    @Path("{item: [a-z0-9]+}")
    public int level(@PathParam("item") String item) {
        return 0;
    }

    @PUT
    @Path("{item: [a-z0-9]+}")
    public void set(@PathParam("item") String item) {}
}
