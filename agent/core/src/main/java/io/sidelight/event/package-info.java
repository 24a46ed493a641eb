/** What Sidelight says: one small class for each event of the contract. */
@NullMarked
package io.sidelight.event;

import org.jspecify.annotations.NullMarked;
