const READERS = [
  'match',
  'matchAll',
  'replace',
  'replaceAll',
  'split',
  'normalize',
  'toLowerCase',
] as const;

/**
 * How many characters `work` hands to the readers of strings: a step is one character. What a single
 * regular expression does with them is not in it.
 */
export function charactersRead(work: () => unknown): number {
  const before = READERS.map((name) => [name, String.prototype[name]] as const);
  let read = 0;
  for (const [name, reader] of before) {
    Object.defineProperty(String.prototype, name, {
      configurable: true,
      writable: true,
      value(this: string, ...asked: unknown[]) {
        read += this.length;
        return (reader as (...all: unknown[]) => unknown).apply(this, asked);
      },
    });
  }
  try {
    work();
  } finally {
    for (const [name, value] of before) {
      Object.defineProperty(String.prototype, name, { configurable: true, writable: true, value });
    }
  }
  return read;
}
