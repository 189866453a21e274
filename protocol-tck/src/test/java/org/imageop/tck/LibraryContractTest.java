package org.imageop.tck;

/** The contract on the library. */
class LibraryContractTest extends LibraryContract {}
