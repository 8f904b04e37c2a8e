import { test } from 'vitest';
import { painted, showCard } from './show-card.tsx';
test('slow', async () => {
  const card = await showCard('before');
  const text = 'e\u0301'.repeat(50_000);
  for (const css of ['', 'body{text-wrap:wrap}', 'body{text-rendering:auto}', 'body{text-wrap:wrap;text-rendering:auto}','body{text-wrap:wrap;overflow-wrap:normal}', 'body{text-wrap:wrap;overflow-wrap:anywhere}', 'body{text-wrap:wrap;font-family:sans-serif}', 'body{text-wrap:wrap;word-break:break-all}']) {
    await card.change({ html: 'x', css });
    const t3 = performance.now();
    await card.change({ html: text });
    const t4 = performance.now();
    await painted();
    const t5 = performance.now();
    console.log(css, [t4 - t3, t5 - t4].map(Math.round).join(' '));
  }
  for (const html of ['{'.repeat(40000), 'a'.repeat(100000), 'word '.repeat(100000)]) {
    await card.change({ html: 'x', css: 'body{text-wrap:wrap}' });
    const t3 = performance.now();
    await card.change({ html });
    const t4 = performance.now();
    console.log(html.slice(0, 5), Math.round(t4 - t3));
  }
}, 200000);
