/**
 * The JDK's ways of having work done by other threads. The application's tasks stay the objects
 * that they are, since pools show them: in queues, to comparators, to rejection handlers. What
 * belongs to which request is kept aside, in {@link io.sidelight.request.HandedOver}.
 *
 * <p>A pool's thread takes a scope on with each task and lays it off before it asks for the next. A
 * fork-join thread may begin a task in the middle of another, and returns. Dependents of a {@code
 * CompletableFuture} belong to the request that registered them. Threads that are made inside a
 * request inherit it, for which nothing is woven, see {@link io.sidelight.request.NewThreads}.
 *
 * <p>{@code java.util.Timer} is left out: nothing can be called between its choice of a task and
 * the task.
 */
@NullMarked
package io.sidelight.instrumentation.concurrent;

import org.jspecify.annotations.NullMarked;
