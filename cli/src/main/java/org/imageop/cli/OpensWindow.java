package org.imageop.cli;

/** A command that needs a display. All others run without one. */
interface OpensWindow {}
