import { type ReactNode, useState } from 'react';
import { useEngine } from '../../engine.tsx';
import type { AskedLink } from './asked-link.ts';
import { DialogPart } from '../../kit/dialog/dialog-part.tsx';
import { comesLater } from '../../kit/page/comes-later.tsx';

const LinkQuestion = comesLater(async () => (await import('./link-question.tsx')).LinkQuestion);

/**
 * How links of a deck are followed, wherever they stand: at once where the person has said yes to
 * the host before, else after `question`, which shows the true address (SAFE-15).
 */
export function useLinks(): {
  /** `address`: as the sanitiser left it. `cardText`: what the card says, to tell whether the address carries it. */
  readonly follow: (address: string, cardText: string) => void;
  /** To be drawn somewhere; nothing while nothing is asked. */
  readonly question: ReactNode;
} {
  const { platform } = useEngine();
  const [asked, setAsked] = useState<AskedLink>();
  async function follow(address: string, cardText: string): Promise<void> {
    // Not before the first card: links are few.
    const { askedLink } = await import('./asked-link.ts');
    const wanted = askedLink(address, cardText);
    if (wanted) setAsked(wanted);
    else void platform.openExternal(address);
  }
  const question = asked && (
    <DialogPart>
      <LinkQuestion
        asked={asked}
        onOpen={() => void platform.openExternal(asked.address)}
        onClose={() => setAsked(undefined)}
      />
    </DialogPart>
  );
  return { follow: (address, cardText) => void follow(address, cardText), question };
}
