package dev.slipway.identity;

import java.util.List;

/**
 * The sign-in.
 *
 * @param failed the attempt before this one was refused
 * @param signedOut the user comes from signing out
 * @param demoUsers who can sign in to the demo; empty where this is not one
 */
record SignInPage(boolean failed, boolean signedOut, List<String> demoUsers) {}
