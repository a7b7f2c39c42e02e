/** A document to read: everything on it works without a script, so none is sent. */
export const csr = false;
