/**
 * Spring Security 5.2 to 7: who the user is.
 *
 * <p>A request's {@code SecurityContext} belongs to the thread. It is looked at when the
 * application or Spring Security itself puts one there ({@link
 * io.sidelight.instrumentation.spring.SpringSecurityAdvice.SetContextAdvice}) or takes it from
 * there ({@link io.sidelight.instrumentation.spring.SpringSecurityAdvice.GetContextAdvice}), and
 * when somebody logs in to the one that is there ({@link
 * io.sidelight.instrumentation.spring.SpringSecurityAdvice.SetAuthenticationAdvice}). Since 5.8
 * contexts are deferred, and finding one out may load a session; the agent waits until somebody
 * else does.
 */
@NullMarked
package io.sidelight.instrumentation.spring;

import org.jspecify.annotations.NullMarked;
