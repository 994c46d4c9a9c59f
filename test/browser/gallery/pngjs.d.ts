/** The little of it that is used; the package brings no types. */
declare module 'pngjs' {
  export interface PNG {
    readonly width: number;
    readonly height: number;
    /** Red, green, blue, opacity. */
    readonly data: Buffer;
  }
  export const PNG: { readonly sync: { read(file: Buffer): PNG; write(png: PNG): Buffer } };
}
