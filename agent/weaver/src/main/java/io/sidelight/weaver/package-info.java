/**
 * Puts advice into the application's classes and links it. The only package in which class files
 * are rewritten, with ASM; knows no library that is instrumented.
 *
 * <h2>Advice</h2>
 *
 * <p>An advice class has static methods with the annotations of {@code net.bytebuddy.asm.Advice}.
 * They are read from its class file: neither the annotations nor the advice class are loaded before
 * the advice is linked, and Byte Buddy is not in the agent.
 *
 * <p>{@link io.sidelight.weaver.AdviceOn} on the class says which methods it runs around. The build
 * collects these annotations into an index ({@link io.sidelight.weaver.JoinPointIndexer}), which
 * the agent reads at its start.
 *
 * <table>
 * <caption>Supported annotations</caption>
 * <tr><td>{@code OnMethodEnter}</td>
 *   <td>Runs before the method, at most one in a class.</td></tr>
 * <tr><td>{@code OnMethodExit}</td>
 *   <td>Runs when the method returns, and with {@code onThrowable = Throwable.class} also when it
 *   throws; the throwable goes on either way. At most one in a class.</td></tr>
 * <tr><td>{@code AssignReturned.ToArguments}</td>
 *   <td>On enter advice: the result takes the place of an argument of a reference type. Exit advice
 *   gets the new argument.</td></tr>
 * <tr><td>{@code AssignReturned.ToReturned}</td>
 *   <td>On exit advice: the result takes the place of the method's, boxed where that is primitive;
 *   without effect after a throwable.</td></tr>
 * <tr><td>{@code AssignReturned.AsScalar}</td>
 *   <td>Needed where the result is an array and is assigned as a whole. Without it, each assignment
 *   names the {@code index} of an element, and the array has to be an {@code Object[]}. {@code typing =
 *   DYNAMIC}, which Byte Buddy asks for there, is accepted.</td></tr>
 * <tr><td>{@code This}</td>
 *   <td>The object that the method was called on. A static method has none.</td></tr>
 * <tr><td>{@code Argument}</td>
 *   <td>An argument as the method was called with it, whatever the method has assigned since.</td>
 *   </tr>
 * <tr><td>{@code FieldValue}</td>
 *   <td>The current value of a field of the woven class, or of one of a superclass that it can
 *   access.</td></tr>
 * <tr><td>{@code Enter}</td>
 *   <td>The result of enter advice; null or zero if that failed.</td></tr>
 * <tr><td>{@code Return}</td>
 *   <td>At exit, the result of the method; null or zero if it throws or is void.</td></tr>
 * <tr><td>{@code Thrown}</td>
 *   <td>At exit, what the method throws; null if it returns.</td></tr>
 * <tr><td>{@link io.sidelight.weaver.JoinPointLabel}</td>
 *   <td>The only one of ours in a method: the label of the join point.</td></tr>
 * </table>
 *
 * <p>{@link io.sidelight.weaver.AdviceReader} refuses every other annotation of Byte Buddy, and
 * every attribute that is not named here. {@code inline} is among them, since there is no choice:
 * <b>advice is always called, through {@code invokedynamic}, and never copied into the method.</b>
 * So it may use everything that its own class can, it can be debugged, and the linker can guard and
 * switch off each call.
 *
 * <p>Four things differ from Byte Buddy:
 *
 * <ul>
 *   <li>A parameter may be of a subtype of the value's type. It is null where the value is not of
 *       that type.
 *   <li>A result that is assigned may be of any reference type. One that is null, or not of the
 *       type of the argument or result, leaves that as it was; the same holds for each element of
 *       an array.
 *   <li>A {@code Return} parameter of a reference type is null after a throwable, also where the
 *       method returns a primitive and Byte Buddy passes a zero in a box.
 *   <li>Advice that throws has the result null or zero, and the method goes on as if there were no
 *       advice.
 * </ul>
 *
 * <p>Apart from these, {@code ByteBuddyOracleTest} has Byte Buddy weave the same advice and
 * compares what is called and passed, returned and thrown.
 *
 * <p>A constructor can have exit advice only, which does not run when the constructor throws, and
 * runs once for each of the woven constructors that call one another.
 *
 * <p>A join point that can't supply what its advice asks for is refused, and the instrumentation
 * disabled.
 */
@NullMarked
package io.sidelight.weaver;

import org.jspecify.annotations.NullMarked;
