/** The SHA-1 of `bytes`, 20 bytes: what Anki's list of media compares files by. */
export async function sha1Of(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-1', bytes as Uint8Array<ArrayBuffer>));
}
