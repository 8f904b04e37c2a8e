import { expect, test } from 'vitest';
import {
  unbalancedTags,
  withoutUnbalancedTags,
  wrapBetweenTags,
} from '../../../../src/domain/template/html/balance.ts';

test('[TEMPLATE-19] a tag is half a pair when its other half lies outside', () => {
  expect(unbalancedTags('a</b> <i>b</i> <p>c<br>')).toBe('</b><p>');
  expect(unbalancedTags('<b><i>x</b>')).toBe('<i>');
  expect(unbalancedTags('<b>x</b></b><img><!-- <u> -->')).toBe('</b>');
  expect(withoutUnbalancedTags('a</b> <i>b</i> <p>c')).toBe('a <i>b</i> c');
});

test('[TEMPLATE-19] what shows between such tags is marked piece by piece', () => {
  const wrap = (text: string) => `*${text}*`;
  expect(wrapBetweenTags('a</p> <p><b>b</b> c', wrap)).toBe('*a*</p> <p>*<b>b</b> c*');
  expect(wrapBetweenTags('<img src="a.png">', wrap)).toBe('*<img src="a.png">*');
});
