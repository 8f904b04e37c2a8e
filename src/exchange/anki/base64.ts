/** Bytes made into letters in one call: so many arguments a function takes everywhere. */
const AT_ONCE = 0x8000;

/** Bytes as a text that JSON can hold (RFC 4648). */
export function toBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let from = 0; from < bytes.length; from += AT_ONCE) {
    letters += String.fromCharCode(...bytes.subarray(from, from + AT_ONCE));
  }
  return btoa(letters);
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
