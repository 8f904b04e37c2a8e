import { lazy, type ReactNode, Suspense, useState } from 'react';
import { externalAddress } from '../../../platform/external-address.ts';
import { useEngine } from '../../engine.tsx';
import { isKnownHost } from './known-hosts.ts';
import { wordsInAddress } from './words-in-address.ts';

const LinkQuestion = lazy(async () => {
  return { default: (await import('./link-question.tsx')).LinkQuestion };
});

/** A link that waits for the person's word. */
export interface AskedLink {
  /** Parsed: https, ASCII. */
  readonly address: string;
  /** With the port where it is another than 443. */
  readonly host: string;
  /** What of the card's text is in the address. */
  readonly words: string | undefined;
}

/**
 * How links of a deck are followed, wherever they stand: at once where the person has said yes to
 * the host before, else after `question`, which shows the true address (SAFE-2).
 */
export function useLinks(): {
  /** `cardText`: what the card says, to tell whether the address carries it. */
  readonly follow: (address: string, cardText: string) => void;
  /** To be drawn somewhere; nothing while nothing is asked. */
  readonly question: ReactNode;
} {
  const { platform } = useEngine();
  const [asked, setAsked] = useState<AskedLink>();
  function follow(text: string, cardText: string): void {
    const address = externalAddress(text);
    if (address === undefined) return;
    const { host } = new URL(address);
    const words = wordsInAddress(address, cardText);
    if (isKnownHost(host, words !== undefined)) void platform.openExternal(address);
    else setAsked({ address, host, words });
  }
  const question = asked && (
    <Suspense>
      <LinkQuestion
        asked={asked}
        onOpen={() => void platform.openExternal(asked.address)}
        onClose={() => setAsked(undefined)}
      />
    </Suspense>
  );
  return { follow, question };
}
