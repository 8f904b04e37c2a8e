/** A new name is begun after this long without a key. */
const PAUSE_MILLIS = 700;

/** Gathers the first letters of a name from single keys. */
export class TypedName {
  #text = '';
  #atMillis = Number.NEGATIVE_INFINITY;

  /** What has been typed so far, with `key` at its end, in small letters. */
  add(key: string, atMillis: number): string {
    this.#text = (atMillis - this.#atMillis < PAUSE_MILLIS ? this.#text : '') + key.toLowerCase();
    this.#atMillis = atMillis;
    return this.#text;
  }
}
