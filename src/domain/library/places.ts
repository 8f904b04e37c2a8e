/** A set of places in a list, as an array of noughts and ones. */
export class Places {
  /** 1 where a place is in the set; longer than the list, or replaced when it is not. */
  flags = new Uint8Array(1024);

  set(place: number, isIn: boolean): void {
    if (place >= this.flags.length) {
      const larger = new Uint8Array(Math.max(place + 1, 2 * this.flags.length));
      larger.set(this.flags);
      this.flags = larger;
    }
    this.flags[place] = isIn ? 1 : 0;
  }
}
