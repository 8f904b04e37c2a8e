/** A set of places in a list: as good as an array of booleans, in an eighth of the room. */
export class Places {
  #isIn = new Uint8Array(1024);

  has(place: number): boolean {
    return this.#isIn[place] === 1;
  }

  set(place: number, isIn: boolean): void {
    if (place >= this.#isIn.length) {
      const larger = new Uint8Array(Math.max(place + 1, 2 * this.#isIn.length));
      larger.set(this.#isIn);
      this.#isIn = larger;
    }
    this.#isIn[place] = isIn ? 1 : 0;
  }
}
