import { expect, test, vi } from 'vitest';
import { externalAddress } from '../../src/platform/external-address.ts';
import { trustedScriptUrl } from '../../src/platform/trusted-script.ts';
import { createWebPlatform } from '../../src/platform/web.ts';
import { waitUntil } from '../support/wait-for.ts';

test('asking for durable storage answers yes or no, and never rejects', async () => {
  expect(typeof (await createWebPlatform().keepStorage())).toBe('boolean');
});

test('[SHELL-17] the web shell has no native menu', () => {
  const stop = createWebPlatform().onCommand(() => expect.unreachable());
  expect(stop()).toBeUndefined();
});

test('[SHELL-13] in the browser saving is a download of the whole text under its name', async () => {
  const links: HTMLAnchorElement[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    links.push(this);
  });
  expect(await createWebPlatform().saveTextFile('deck.md', 'α4β1')).toEqual({
    ok: true,
    value: true,
  });
  click.mockRestore();
  const [link] = links;
  expect(link?.download).toBe('deck.md');
  expect(await (await fetch(link?.href ?? '')).text()).toBe('α4β1');
});

test('[SHELL-12] the program that a browser has installed hears of the files that it is opened with', async () => {
  let launch = (_files: { readonly files: readonly { getFile(): Promise<File> }[] }): void => {};
  vi.stubGlobal('launchQueue', {
    setConsumer: (consumer: typeof launch) => {
      launch = consumer;
    },
  });
  const heard: unknown[] = [];
  const stop = createWebPlatform().onFilesOpened((opened) => heard.push(opened));
  const file = new File(['a'], 'a.apkg');
  const launchWith = async () => {
    launch({ files: [{ getFile: async () => file }] });
    await new Promise((resolve) => setTimeout(resolve, 50));
  };
  await waitUntil(async () => {
    await launchWith();
    return heard.length > 0;
  });
  expect(heard).toEqual([{ ok: true, value: [file] }]);
  launch({ files: [] });
  stop();
  await launchWith();
  expect(heard).toHaveLength(1);
  vi.unstubAllGlobals();
});

test('[SHELL-12] of the files that a browser opens it with, one that cannot be read is said; the others come', async () => {
  let launch = (_files: object): void => {};
  vi.stubGlobal('launchQueue', {
    setConsumer: (consumer: typeof launch) => {
      launch = consumer;
    },
  });
  const heard: unknown[] = [];
  const stop = createWebPlatform().onFilesOpened((opened) => heard.push(opened));
  const file = new File(['a'], 'a.apkg');
  const gone = () => Promise.reject(new DOMException('moved', 'NotFoundError'));
  await waitUntil(async () => {
    launch({
      files: [
        { name: 'a.apkg', kind: 'file', getFile: async () => file },
        { name: 'gone.apkg', kind: 'file', getFile: gone },
        { name: 'a folder.apkg', kind: 'directory' },
      ],
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    return heard.length > 0;
  });
  const said = (what: string) => ({ ok: false, problem: { what: expect.stringContaining(what) } });
  expect(heard).toMatchObject([
    said('“gone.apkg” could not be read (NotFoundError)'),
    said('“a folder.apkg”'),
    { ok: true, value: [file] },
  ]);
  stop();
  vi.unstubAllGlobals();
});

test('[SHELL-8] only plain https addresses lead outside', () => {
  expect(externalAddress('https://doi.org/10.1159/000109933')).toBe(
    'https://doi.org/10.1159/000109933',
  );
  for (const address of ['http://a.test', 'javascript:1', 'https://u:p@a.test/', 'file:///x', '']) {
    expect([address, externalAddress(address)]).toEqual([address, undefined]);
  }
});

test('[SHELL-7] a script’s address is trusted only when it is of this origin', () => {
  expect(String(trustedScriptUrl('./worker.js'))).toBe('./worker.js');
  for (const address of ['https://example.org/x.js', 'data:text/javascript,1', '//example.org/x']) {
    expect(() => trustedScriptUrl(address)).toThrow(/another origin/);
  }
});
