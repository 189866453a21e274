package org.imageop.foreign;

/** A base class that is not there. */
public class MissingBase extends PhotoAdapter {}
