/**
 * Executors and operators that run what is put into their queue one after the other. Whoever finds
 * the queue empty hands the loop to a pool, so the loop belongs to no request. Where a task is put
 * into the queue it is bound to the request that does so; a subscriber of Reactor or RxJava belongs
 * to the request that has subscribed, and a listener of Guava's futures to the one that has added
 * it.
 *
 * <p>Such loops of other libraries and of applications are recognised by their fields, and left
 * without a scope, see {@link io.sidelight.request.HandedOver}.
 */
@NullMarked
package io.sidelight.instrumentation.serial;

import org.jspecify.annotations.NullMarked;
