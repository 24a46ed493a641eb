package io.sidelight.tests.jaxrs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Found by a locator, and has one itself. */
public class ItemResource {

  @GET
  public String items() {
    return "items";
  }

  @GET
  @Path("{item}")
  public String item(@PathParam("item") String item) {
    return "item " + item;
  }

  @Path("{item}/parts/")
  public PartResource parts() {
    return new PartResource();
  }
}
