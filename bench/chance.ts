/** Repeatable chance: the same seed gives the same collection on every machine. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** Whole numbers from 0 to `below` - 1. */
  below(below: number): number;
  /** One of `values`, each as likely as its share says. */
  pick<Value>(values: readonly (readonly [value: Value, share: number])[]): Value;
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for sample data. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return {
    next,
    below: (below) => Math.floor(next() * below),
    pick: (values) => {
      const total = values.reduce((sum, [, share]) => sum + share, 0);
      let rest = next() * total;
      for (const [value, share] of values) {
        rest -= share;
        if (rest < 0) return value;
      }
      const last = values.at(-1);
      if (!last) throw new Error('nothing to pick from');
      return last[0];
    },
  };
}
