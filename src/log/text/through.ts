/** What is used here of the system's streams, which pages, workers and Node have alike. */
declare class Blob {
  constructor(parts: readonly Uint8Array[]);
  stream(): { pipeThrough(stream: ByteStream): unknown };
}
declare class Response {
  constructor(body: unknown);
  arrayBuffer(): Promise<ArrayBuffer>;
}
/** A CompressionStream or DecompressionStream. */
interface ByteStream {
  readonly readable: unknown;
  readonly writable: unknown;
}

/** Bytes as a stream of the system's changes them, whole: packed, unpacked. */
export async function through(bytes: Uint8Array, stream: ByteStream): Promise<Uint8Array> {
  const changed = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(changed).arrayBuffer());
}
