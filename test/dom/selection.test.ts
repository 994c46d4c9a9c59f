import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Said } from '../../src/runVisit';
import { watchSelection } from '../../src/signals/selection';
import { find, listen, show } from './given';

const feed = vi.fn<(said: Said) => void>();
let selection: ReturnType<typeof watchSelection>;
const copy = (selector: string) => {
  const text = find(selector).firstChild ?? find(selector);
  vi.spyOn(window, 'getSelection').mockReturnValue({ anchorNode: text, focusNode: text } as unknown as Selection);
  document.dispatchEvent(new Event('copy'));
};

beforeEach(() => {
  feed.mockClear();
  selection = watchSelection(listen, feed);
});
afterEach(() => {
  selection.stop();
  vi.restoreAllMocks();
  show('');
});

test.each([
  ['<h1 id="x">Bean seeds</h1>', 'name'],
  ['<h1><span id="x">Bean seeds</span></h1>', 'name'],
  ['<p id="x" itemprop="name">Bean seeds</p>', 'name'],
  ['<p class="Product-Title__a1" id="x">Bean seeds</p>', 'name'],
  ['<p id="x" class="price">4.90 €</p>', 'price'],
  ['<span class="ProductPrice_x1"><b id="x">4.90 €</b></span>', 'price'],
  ['<p id="x" class="sku">B-100</p>', 'number'],
  ['<p id="x" itemprop="gtin13">4006381333931</p>', 'number'],
])('%s: the %s was copied, and the text is not told', (html, what) => {
  show(html);
  copy('#x');
  expect(feed).toHaveBeenCalledExactlyOnceWith({ type: 'copy', what });
});

test.each([
  '<p id="x">Use code SPRING</p>',
  '<address id="x">1 Garden Row</address>',
  '<h2 id="x">Description</h2>',
  '<p id="x" class="description">Beans that climb.</p>',
])('%s is nothing to compare by', (html) => {
  show(html);
  copy('#x');
  expect(feed).not.toHaveBeenCalled();
});

test('what is selected in a text field is the field’s own', () => {
  show('<h1 id="x">Beans</h1><input>');
  find('input').focus();
  copy('#x');
  expect(feed).not.toHaveBeenCalled();
});
