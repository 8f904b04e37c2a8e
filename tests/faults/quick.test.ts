import { expect, test } from 'vitest';
import { findChromium, findHeadlessShell } from '../../scripts/chromium.mjs';
import { KINDS } from '../../scripts/faults/kinds.mjs';
import { trials } from '../../scripts/faults/trial.mjs';

const chromium = findHeadlessShell() ?? findChromium();

test.each(KINDS.filter(({ isQuick }) => isQuick))(
  '[JOURNAL-5] $name: no accepted answer is lost, and no first-run screen is shown',
  async (kind) => {
    if (!chromium) throw new Error('There is no Chromium here. Run: npm test');
    for await (const { is, why } of trials(chromium.path, kind, 5, 1))
      expect(is, why).toBe('survived');
  },
);
