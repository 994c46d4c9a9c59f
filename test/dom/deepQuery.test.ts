import { expect, test } from 'vitest';
import { deepQuery, parentOf } from '../../src/browser/deepQuery';
import { find, show } from './given';

const shadow = (host: Element, html: string, mode: ShadowRootMode = 'open') => {
  const root = host.attachShadow({ mode });
  root.innerHTML = html;
  return root;
};

test('finds through nested open shadow roots, outer trees first', () => {
  show('<div id="a"></div><p>light</p>');
  const outer = shadow(find('#a'), '<p>outer</p><div id="b"></div>');
  shadow(outer.querySelector('#b') as Element, '<p>inner</p>');
  expect(deepQuery('p').map(({ textContent }) => textContent)).toEqual(['light', 'outer', 'inner']);
});

test('starts inside the shadow root of the element it is given', () => {
  show('<div id="a"></div><p>light</p>');
  shadow(find('#a'), '<p>own</p>');
  expect(deepQuery('p', find('#a')).map(({ textContent }) => textContent)).toEqual(['own']);
});

test('closed roots stay closed', () => {
  show('<div id="a"></div>');
  shadow(find('#a'), '<p>secret</p>', 'closed');
  expect(deepQuery('p')).toEqual([]);
});

test('enters no shadow root on pages beyond measure', () => {
  show('');
  for (let i = 0; i < 20_001; i++) document.body.append(document.createElement('i'));
  document.body.insertAdjacentHTML('beforeend', '<div id="a"></div><p>light</p>');
  shadow(find('#a'), '<p>far</p>');
  expect(deepQuery('p').map(({ textContent }) => textContent)).toEqual(['light']);
}, 30_000);

test('the parent of what stands in a shadow root is its host', () => {
  show('<div id="a"></div>');
  const root = shadow(find('#a'), '<p></p>');
  expect(parentOf(root.querySelector('p') as Element)).toBe(find('#a'));
  expect(parentOf(document.documentElement)).toBe(null);
});
