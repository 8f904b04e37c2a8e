/** Opens the cards that a search finds within the page's scope; undefined: there is no search for it. */
export type Open = (term: string | undefined) => (() => void) | undefined;
