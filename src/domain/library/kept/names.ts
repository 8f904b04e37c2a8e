/** Each value once, and where it stands: most of what rows name is named by many. */
export class Names<Value> {
  readonly all: Value[] = [];
  readonly #places = new Map<string, number>();

  /** The place of `value` among all. */
  at(value: Value): number {
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.all.length);
    return this.all.push(value) - 1;
  }
}
