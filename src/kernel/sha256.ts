/** What is used here of Web Crypto, which pages, workers and Node have alike. */
declare const crypto: {
  readonly subtle: {
    digest(name: 'SHA-256', bytes: ArrayBuffer | ArrayBufferView): Promise<ArrayBuffer>;
  };
};

/** The SHA-256 of `bytes`, as 64 hex digits. Browsers hash off the screen's thread. */
export async function sha256Of(bytes: ArrayBuffer | ArrayBufferView): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
