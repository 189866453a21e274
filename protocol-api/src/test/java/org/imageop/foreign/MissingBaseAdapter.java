package org.imageop.foreign;

/** An adapter whose base class is not there. */
public class MissingBaseAdapter extends MissingBase {}
