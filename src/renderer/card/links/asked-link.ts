import { isKnownHost } from './known-hosts.ts';
import { wordsInAddress } from './words-in-address.ts';

/** A link that was followed, as far as there is something to say before it opens. */
export interface AskedLink {
  /** Parsed: https, ASCII. */
  readonly address: string;
  /** With the port where it is another than 443. */
  readonly host: string;
  /** What of the card's text is in the address. */
  readonly words: string | undefined;
}

/** What has to be asked before `address` opens; undefined where the person has said yes before. */
export function askedLink(address: string, cardText: string): AskedLink | undefined {
  const { host } = new URL(address);
  const words = wordsInAddress(address, cardText);
  return isKnownHost(host, words !== undefined) ? undefined : { address, host, words };
}
