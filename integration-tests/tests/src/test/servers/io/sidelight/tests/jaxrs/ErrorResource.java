package io.sidelight.tests.jaxrs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The error page of the application. */
@Path("/sorry")
public class ErrorResource {

  @GET
  public Response sorry() {
    return Response.status(404).entity("sorry").build();
  }
}
