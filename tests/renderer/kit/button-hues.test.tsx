import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';

afterEach(async () => {
  delete document.documentElement.dataset.theme;
  await cleanup();
});

const LOOKS = ['', 'quiet', 'primary'];

test.each(['light', 'dark'])(
  '[LOOK-6] what deletes has the warning hue in each look of a button: %s',
  async (theme) => {
    document.documentElement.dataset.theme = theme;
    await render(
      <p>
        <span style={{ color: 'var(--warning)' }}>hue</span>
        {LOOKS.flatMap((look) => [
          <button type="button" key={look} className={look}>{`Keep ${look}`}</button>,
          <button
            type="button"
            key={`${look} x`}
            className={`${look} destructive`}
          >{`Delete ${look}`}</button>,
        ])}
      </p>,
    );
    const hue = getComputedStyle(page.getByText('hue').element()).color;
    const hues = (name: string) => {
      const { color, backgroundColor } = getComputedStyle(
        page.getByRole('button', { name, exact: true }).element(),
      );
      return [color, backgroundColor];
    };
    for (const look of LOOKS) {
      const [keeps, deletes] = [`Keep ${look}`.trim(), `Delete ${look}`.trim()];
      expect(hues(keeps), keeps).not.toContain(hue);
      // Colours come in a moment.
      await expect.poll(() => hues(deletes)).toContain(hue);
    }
  },
);
