/** A file as a browser is given it. */
export interface Uploaded {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}
