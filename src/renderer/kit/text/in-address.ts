/**
 * `text` as a part of an address. Halves of characters, which no address can hold (and
 * encodeURIComponent throws over), become U+FFFD.
 */
export function inAddress(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** What a part of an address says; as it stands where it is not encoded as it should be. */
export function outOfAddress(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
