import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Deps } from '../../src/engine/commands/deps.ts';
import { createWebPlatform } from '../../src/platform/web.ts';
import { CardFrame } from '../../src/renderer/card/card-frame.tsx';
import { DepsProvider } from '../../src/renderer/deps.tsx';

// While its card was being prepared the empty frame was a stop for Tab, without a ring to be seen.
test('[K4] Tab passes over the frame of a card that is not shown yet', async () => {
  const deps = { platform: createWebPlatform() } as unknown as Deps;
  await render(
    <DepsProvider deps={deps}>
      <button type="button">Before</button>
      <CardFrame
        html='<img src="late.png">'
        css=""
        title="Question"
        isFront
        mediaUrl={() => new Promise(() => {})}
      />
      <button type="button">After</button>
    </DepsProvider>,
  );
  await userEvent.click(page.getByRole('button', { name: 'Before' }));
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'After' })).toHaveFocus();
});
