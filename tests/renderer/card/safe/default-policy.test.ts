import { expect, test } from 'vitest';
import { ALLOWED_TAGS } from '../../../../src/renderer/card/safe/allow-list.ts';
import {
  installDefaultPolicy,
  rulesBy,
} from '../../../../src/renderer/card/safe/default-policy.ts';
import '../../../../src/renderer/card/safe/sanitise.ts';
import { ATTACKS } from '../../../support/attack-strings.ts';

interface Policy {
  createHTML(html: string): { toString(): string };
  createScript(text: string): unknown;
  createScriptURL(url: string): unknown;
}

const policy = (): Policy => {
  installDefaultPolicy();
  const { trustedTypes } = globalThis as unknown as { trustedTypes: { defaultPolicy: Policy } };
  return trustedTypes.defaultPolicy;
};

test('[SAFE-9] a string becomes HTML only as the sanitiser leaves it', () => {
  expect(String(policy().createHTML('<b onclick="x">a</b><script>b</script>'))).toBe('<b>a</b>');
  for (const { text } of ATTACKS) {
    const parsed = new DOMParser().parseFromString(String(policy().createHTML(text)), 'text/html');
    const elements = [...parsed.body.querySelectorAll('*')];
    expect(elements.filter(({ localName }) => !ALLOWED_TAGS.includes(localName))).toEqual([]);
    const names = elements.flatMap((element) => element.getAttributeNames());
    expect(names.filter((name) => /^on|^id$|^name$|^style$/.test(name))).toEqual([]);
    expect(parsed.head.childElementCount).toBe(0);
  }
});

test('[SAFE-9] no string becomes a script, or its address', () => {
  // What gives no value is refused by the browser wherever Trusted Types are demanded.
  expect(String(policy().createScript('1'))).toBe('');
  expect(String(policy().createScriptURL('https://example.org/x.js'))).toBe('');
});

test('[SAFE-9] it is there once, however often it is asked for', () => {
  const first = policy();
  expect(policy()).toBe(first);
});

test('[SAFE-9] before the sanitiser is there, no string becomes HTML', () => {
  let sanitise: ((html: string) => string) | undefined;
  const { createHTML } = rulesBy(() => sanitise);
  expect(createHTML('<b>a</b>')).toBe(null);
  sanitise = (html) => `clean ${html}`;
  expect(createHTML('<b>a</b>')).toBe('clean <b>a</b>');
});
