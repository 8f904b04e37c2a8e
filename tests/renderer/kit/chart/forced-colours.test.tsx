import { afterEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { ChartKey } from '../../../../src/renderer/kit/chart/chart-key.tsx';
import type { Tone } from '../../../../src/renderer/kit/chart/tones.ts';
import '../../../../src/renderer/kit/theme.css';
import '../../../../src/renderer/kit/base.css';
import '../../../../src/renderer/kit/chart/chart.css';

afterEach(async () => {
  await cleanup();
  await session().send('Emulation.setEmulatedMedia', { features: [] });
});

/** What is asked of the browser's protocol here. */
interface Session {
  send(method: 'Emulation.setEmulatedMedia', how: object): Promise<unknown>;
}
const session = () => cdp() as unknown as Session;

const SIDE_BY_SIDE: readonly (readonly Tone[])[] = [
  // Again, Hard, Good, Easy.
  ['risk', 'pale', 'plain', 'accent'],
];

test.each(['light', 'dark'])(
  '[LOOK-7] in forced colours (%s) series that stand side by side have colours of their own',
  async (scheme) => {
    await session().send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-color-scheme', value: scheme },
      ],
    });
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    for (const tones of SIDE_BY_SIDE) {
      const shown = await render(
        <div className="charts">
          <ChartKey items={tones.map((tone) => ({ name: tone, tone }))} />
        </div>,
      );
      const colours = [...document.querySelectorAll('.chart-swatch')].map(
        (swatch) => getComputedStyle(swatch).backgroundColor,
      );
      expect(new Set(colours).size, colours.join(' ')).toBe(tones.length);
      await shown.unmount();
    }
  },
);
