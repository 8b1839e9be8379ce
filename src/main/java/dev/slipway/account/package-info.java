/** Service accounts: users for programs, which belong to a project and have roles and tokens, but no password. */
@NullMarked
package dev.slipway.account;

import org.jspecify.annotations.NullMarked;
