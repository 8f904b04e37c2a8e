import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Deps } from '../../src/engine/deps.ts';
import { createWebPlatform } from '../../src/platform/web.ts';
import { CardFrame } from '../../src/renderer/card/card-frame.tsx';
import { EngineProvider } from '../../src/renderer/engine.tsx';
import { engineOf } from '../support/deps.ts';

// While its card was being prepared the empty frame was a stop for Tab, without a ring to be seen.
test('[KEYS-4] Tab passes over the frame of a card that is not shown yet', async () => {
  const deps = { platform: createWebPlatform() } as unknown as Deps;
  await render(
    <EngineProvider engine={engineOf(deps)}>
      <button type="button">Before</button>
      <CardFrame
        html='<img src="late.png">'
        css=""
        title="Question"
        isFront
        mediaUrl={() => new Promise(() => {})}
      />
      <button type="button">After</button>
    </EngineProvider>,
  );
  await userEvent.click(page.getByRole('button', { name: 'Before' }));
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'After' })).toHaveFocus();
});
