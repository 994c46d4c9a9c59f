import { type Asked, isWrong, type StrangeShop, TAG } from './strangeShop';

/** Server-rendered parts swapped into the page, header and all, under another address; a "Basket: 2 items" line; forms swapped whole. */
const SCRIPT = `<script>{
const put = async (url, body) => { const r = await fetch(url, { method: body ? 'POST' : 'GET', body }); const doc = new DOMParser().parseFromString(await r.text(), 'text/html');
  history.pushState(0, '', r.url); document.querySelector('#all').replaceWith(doc.querySelector('#all')); document.title = doc.title };
document.addEventListener('click', (e) => { const a = e.target.closest('a[href^="/"]'); if (a) { e.preventDefault(); put(a.href) } });
document.addEventListener('submit', (e) => { e.preventDefault(); put(e.target.getAttribute('action') || location.href, new URLSearchParams(new FormData(e.target))) });
}</script>`;
const frame = ({ mem }: Asked, title: string, body: string) => `<html lang="en-GB"><head><title>${title}</title>${TAG}
<style>body{font:15px Arial;margin:0} .line{display:flex;gap:20px;padding:10px} .err{color:#b00020}</style></head><body><div id="all"><div class="line"><a href="/">Penrose Fasteners</a>
<a href="/range/3">Bolts</a><a href="/n/4" data-t="c">Basket: ${mem.n ? `${mem.n} item${mem.n > 1 ? 's' : ''} £${(mem.n * 6.2).toFixed(2)}` : 'empty'}</a></div>${body}<div class="line"><a href="/info/9">Delivery</a><a href="/info/11">Trade terms</a></div></div>${SCRIPT}</body></html>`;

const ROWS = [
  ['email', 'Email', 'f2'],
  ['contact', 'Contact name', 'f3'],
  ['postcode', 'Postcode', 'f1'],
] as const;

export const englishSwaps: StrangeShop = {
  name: 'English: parts swapped in with the whole header, "Basket: 2 items £24.00", terms at /info/9, forms swapped whole',
  product: '/range/3/m8',
  terms: { from: 'cart', topic: 'shipping' },
  field: 'postcode',
  others: 2,
  order: '7781',
  serve(asked) {
    const { path, form, mem } = asked;
    if (path === '/range/3/m8') {
      if (!form)
        return frame(
          asked,
          'M8 hex bolts - Penrose',
          `<h1>M8 hex bolts, box of 50</h1><div><span id="im">view 1</span><button type="button" data-t="n" onclick="im.textContent+='.'">Next view</button></div><p data-t="d">Stainless A2 hex head bolts, fully threaded, supplied loose in a card box with a data sheet.</p><p>£6.20</p>
<form action="/range/3/m8"><button type="button" data-t="m" onclick="q.value--">-</button><input id="q" name="q" value="1" size="2"><button type="button" data-t="p" onclick="q.value++">+</button><button data-t="a">Add to basket</button></form>`,
        );
      mem.n += Number(form.get('q'));
      return { to: path };
    }
    if (path === '/n/4') {
      if (form) mem.n = 0;
      return frame(
        asked,
        'Penrose Fasteners',
        `<h2>Your basket</h2>${mem.n ? `<form action="/n/4">M8 hex bolts, ${mem.n} <input type="hidden" name="go" value="1"><button data-t="r">Remove</button></form><p>Order total £${(mem.n * 6.2).toFixed(2)}</p><a href="/n/5" data-t="k">Proceed to order</a>` : '<p>There is nothing in it.</p>'}<p><a href="/info/9" data-t="t">When will it arrive?</a></p>`,
      );
    }
    if (path === '/n/5') {
      if (form && !isWrong(form.get('postcode'))) {
        mem.n = 0;
        return { to: '/n/6' };
      }
      return frame(
        asked,
        'Place your order - Penrose',
        `<h1>Place your order</h1><form action="/n/5">${ROWS.map(([name, label, t]) => `<p><label>${label} <input name="${name}" data-t="${t}" value="${form?.get(name) ?? ''}"></label>${form && name === 'postcode' ? ' <span class="err">We do not know this postcode</span>' : ''}</p>`).join('')}<button data-t="s">Send order</button></form>`,
      );
    }
    if (path === '/n/6')
      return frame(
        asked,
        'Penrose Fasteners',
        '<h1>Thanks, your order is placed</h1><p>Order ref. 7781, £6.20 in all.</p>',
      );
    if (path === '/info/9')
      return frame(
        asked,
        'Penrose Fasteners',
        `<h1>Delivery</h1><p>Stock items ordered by half past three leave us the same working day. Small boxes go by post and take two days, anything over twenty kilos goes by pallet.</p>
<p>Carriage is £4.50 on the mainland and free on orders over £75. Highlands, islands and Northern Ireland take a day longer.</p>`,
      );
    return frame(asked, 'Penrose Fasteners', '<h1>Fasteners by the box</h1>');
  },
};
