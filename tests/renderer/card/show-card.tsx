import { type RenderResult, render } from 'vitest-browser-react';
import type { Deps } from '../../../src/engine/deps.ts';
import { createWebPlatform } from '../../../src/platform/web.ts';
import { CardFrame, type CardFrameProps } from '../../../src/renderer/card/card-frame.tsx';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import '../../../src/renderer/kit/theme.css';
import { engineOf } from '../../support/deps.ts';

/** A card in its frame, as every screen shows it. */
export interface ShownCard {
  readonly frame: HTMLIFrameElement;
  /** The framed document, once it has a card. */
  readonly document: Document;
  readonly root: HTMLElement;
  /** https addresses that were handed to the system. */
  readonly opened: readonly string[];
  /** Shows something else in the same frame. */
  change(props: Partial<CardFrameProps>): Promise<void>;
  readonly screen: RenderResult;
}

/** Shows `html` in a CardFrame and waits until it is there. Only opening links outside is stood in for. */
export async function showCard(
  html: string,
  props: Partial<CardFrameProps> = {},
): Promise<ShownCard> {
  const opened: string[] = [];
  const platform = {
    ...createWebPlatform(),
    openExternal: async (url: string) => void opened.push(url),
  };
  const deps = { platform } as unknown as Deps;
  let now: CardFrameProps = {
    html,
    css: '',
    title: 'Question',
    isFront: true,
    mediaUrl: async () => undefined,
    ...props,
  };
  let shown = 0;
  const view = () => (
    <EngineProvider engine={engineOf(deps)}>
      <CardFrame
        {...now}
        onHeight={(height) => {
          shown++;
          now.onHeight?.(height);
        }}
      />
    </EngineProvider>
  );
  const screen = await render(view());
  await until(() => shown > 0);
  const frame = screen.container.querySelector('iframe');
  const document = frame?.contentDocument;
  const root = document?.querySelector<HTMLElement>('#qa');
  if (!frame || !document || !root) throw new Error('The card is not shown.');
  return {
    frame,
    document,
    root,
    opened,
    screen,
    async change(next) {
      now = { ...now, ...next };
      shown = 0;
      await screen.rerender(view());
      if (next.html !== undefined || next.css !== undefined) await until(() => shown > 0);
    },
  };
}

/** Waits until `isSo`; what takes a minute never comes. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 6_000) throw new Error('It never came to be.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * Until `isReady` holds of an answer that was shown after its question had been looked at for long
 * enough: what is made ready ahead takes as long as it takes, and must then be there at once.
 */
export async function madeReady(
  look: () => Promise<ShownCard>,
  answer: Partial<CardFrameProps>,
  isReady: (root: HTMLElement) => boolean,
): Promise<ShownCard> {
  for (let millis = 100; millis < 60_000; millis *= 2) {
    const card = await look();
    await new Promise((resolve) => setTimeout(resolve, millis));
    await card.change(answer);
    if (isReady(card.root)) return card;
    await card.screen.unmount();
  }
  throw new Error('It was never ready.');
}

/** Two paintings on. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
