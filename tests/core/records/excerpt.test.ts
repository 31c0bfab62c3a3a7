import { expect, test } from 'vitest';
import { excerptOf } from '../../../src/core/records/excerpt.ts';

test.each([
  ['# Decided\n\nCharts show **øre** per kWh.', 'Decided Charts show øre per kWh.'],
  ['- [x] Zones\n- [ ] Duty\n1. First', 'Zones Duty First'],
  ['> quoted\n\n---\n\n`code` and [a link](https://example.org) and ![alt](x.png)', 'quoted code and a link and alt'],
  ['See [[Call with Nordlys]] or [[Shipping|the rules]].', 'See Call with Nordlys or the rules.'],
  ['| Tariff | Rent |\n| --- | ---: |\n| Cabin | 52.0 |', 'Tariff Rent Cabin 52.0'],
  ['```js\nconst a = 1;\n```', 'const a = 1;'],
  ['snake_case_stays, 2 * 3 * 4 too, _this_ not', 'snake_case_stays, 2 * 3 * 4 too, this not'],
  ['<b>bold</b> 1 \\* 2', 'bold 1 * 2'],
  ['', ''],
])('%j is shown as %j', (markdown, excerpt) => {
  expect(excerptOf(markdown)).toBe(excerpt);
});

test('it is at most 200 characters, cut between characters, and quick for any text', () => {
  expect(excerptOf('x'.repeat(5_000_000))).toHaveLength(200);
  expect(excerptOf(`${'x'.repeat(199)}👍 and more`)).toBe('x'.repeat(199));
  const start = performance.now();
  for (const hostile of [
    '['.repeat(100_000),
    '*'.repeat(100_000),
    '|-'.repeat(50_000),
    '<!--'.repeat(30_000),
    '- '.repeat(50_000),
    '![['.repeat(40_000),
  ])
    excerptOf(hostile);
  expect(performance.now() - start).toBeLessThan(2_000);
});
