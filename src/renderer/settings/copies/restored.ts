const RESTORED = 'rounds-restored';

/** Everything on the page is of the collection of before: it begins anew. */
export function beginAnew(done: 'replaced' | 'put back'): void {
  sessionStorage.setItem(RESTORED, done);
  location.reload();
}

/** What the page before this one did, until it is forgotten. */
export function wordsFromBefore(): string {
  const done = sessionStorage.getItem(RESTORED);
  if (done === 'replaced') {
    return 'Done: everything is as it was then. What you had before is the newest copy below.';
  }
  return done === 'put back' ? 'The copy could not be read to its end; you have what you had.' : '';
}

export function forgetWords(): void {
  sessionStorage.removeItem(RESTORED);
}
