package io.sidelight.tests.jaxrs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletableFuture;

/** One method for each way in which JAX-RS finds one, and answers. */
@Path("/orders")
public class OrderResource {

  @GET
  public String orders() {
    return "orders";
  }

  @GET
  @Path("latest")
  public String latest() {
    return "latest";
  }

  @GET
  @Path("{id}")
  public String order(@PathParam("id") String id) {
    return "order " + id;
  }

  @GET
  @Path("/number/{number: \\d+}")
  public String number(@PathParam("number") int number) {
    return "number " + number;
  }

  @GET
  @Path("fails")
  public String fails() {
    throw new IllegalStateException("nobody handles this");
  }

  @GET
  @Path("conflict")
  public String conflict() {
    throw new WebApplicationException(409);
  }

  @GET
  @Path("{id}/later")
  public void later(@PathParam("id") String id, @Suspended AsyncResponse response) {
    CompletableFuture.runAsync(() -> response.resume("later " + id));
  }

  @Path("{id}/items")
  public ItemResource items() {
    return new ItemResource();
  }
}
