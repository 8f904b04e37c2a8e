import type { ListedEntries } from '../../../domain/library/library-index.ts';

/** So many listings are remembered, those used last. */
const MOST_LISTINGS = 8;

/** Listings by their tokens, so that a page more of one is asked for without searching again. */
export class RememberedListings {
  readonly #listings = new Map<string, ListedEntries>();
  /** A worker started anew must not take the tokens of the one before for its own. */
  readonly #life = crypto.randomUUID();
  #tokens = 0;

  /** Keeps a listing; its token. */
  remember(listing: ListedEntries): string {
    const token = `${this.#life} ${++this.#tokens}`;
    this.#listings.set(token, listing);
    this.#forgetOldest();
    return token;
  }

  /** The listing of `token`, which is then the last to be forgotten. */
  recalled(token: string): ListedEntries | undefined {
    const listing = this.#listings.get(token);
    if (!listing) return undefined;
    this.#listings.delete(token);
    this.#listings.set(token, listing);
    return listing;
  }

  /** Forgets all; no token is given twice. */
  forget(): void {
    this.#listings.clear();
  }

  #forgetOldest(): void {
    for (const old of this.#listings.keys()) {
      if (this.#listings.size <= MOST_LISTINGS) break;
      this.#listings.delete(old);
    }
  }
}
