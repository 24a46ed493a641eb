package io.sidelight.tests.jaxrs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Found by a locator of what a locator found. */
public class PartResource {

  @GET
  @Path("/{part}")
  public String part(@PathParam("part") String part) {
    return "part " + part;
  }
}
