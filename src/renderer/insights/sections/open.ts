/**
 * Opens the cards that a search finds within the page's scope, or asks how to study them
 * (`isOther`); undefined: there is no search for it.
 */
export type Open = (term: string | undefined) => ((isOther?: boolean) => void) | undefined;
