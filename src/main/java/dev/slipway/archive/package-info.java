/**
 * What old executions did, in compressed files: their tasks, decisions and logs leave the database by policy and come
 * back when somebody looks.
 */
@org.jspecify.annotations.NullMarked
package dev.slipway.archive;
