import { CHECK, type StrangeShop, TAG } from './strangeShop';

/** Variants of "invalid" on every button, a route announcer with role=alert, an accordion on the product's page, toasts. */
const BUTTON =
  'inline-flex items-center rounded-md text-sm disabled:opacity-50 aria-invalid:ring-destructive/20 aria-invalid:border-destructive data-[invalid=true]:text-destructive focus-visible:ring-ring/50';
const app = (n: number) => `<html lang="en"><head><title>Northfold</title>${TAG}
<style>body{font:14px system-ui;margin:0} .text-destructive{color:oklch(0.577 0.245 27.3)} .sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
[hidden]{display:none!important} header{display:flex;gap:16px;padding:12px} .toaster{position:fixed;bottom:16px;right:16px;z-index:60}</style></head>
<body class="bg-background text-foreground antialiased"><div id="__app"><header class="sticky top-0"><a href="/">Northfold</a><a href="/shop">Shop</a>
<a href="/bag-overview" data-t="c" id="bag" class="${BUTTON}"></a></header><div id="main"></div></div>
<section aria-label="Notifications alt+T" tabindex="-1" aria-live="polite" class="toaster"><ol id="toasts"></ol></section>
<next-route-announcer><template shadowrootmode="open"><div aria-live="assertive" id="__next-route-announcer__" role="alert" class="sr"></div></template></next-route-announcer>
<script>{${CHECK}
let n = ${n}; const $ = (s) => document.querySelector(s), B = '${BUTTON}';
const save = () => fetch('/s?n=' + n);
const badge = () => { $('#bag').setAttribute('aria-label', n ? 'Bag, ' + n + (n > 1 ? ' items' : ' item') : 'Bag'); $('#bag').innerHTML = '<svg class="size-5" width="20" height="20"></svg>' + (n ? '<span aria-hidden="true" class="absolute -top-1 text-[10px]">' + n + '</span>' : '') };
const field = (name, label, t, type = 'text', auto = '') => '<div data-slot="form-item" class="grid gap-2"><label data-slot="form-label" class="data-[error=true]:text-destructive" for="_r_' + t + '_">' + label + '</label><input data-slot="form-control" id="_r_' + t + '_" name="' + name + '" type="' + type + '" autocomplete="' + auto + '" data-t="' + t + '" aria-invalid="false" class="border-input aria-invalid:border-destructive"></div>';
const pages = {
  '/shop/oat-sweater': ['Oat sweater | Northfold', () => '<h1 class="text-3xl">Oat sweater</h1><div role="region" aria-roledescription="carousel"><div id="track" style="transition:.3s">photo</div><button class="' + B + '" data-t="n"><span class="sr">Next slide</span>›</button></div><p data-t="d">Spun from oat coloured wool in a mill on the coast, with a loose fit and ribbed cuffs.</p><p>$128.00</p><div><button class="' + B + '" data-t="m">-</button><span id="q">1</span><button class="' + B + '" data-t="p">+</button></div><button class="' + B + '" data-t="a">Add to bag</button><div data-slot="accordion"><h3><button class="' + B + '" data-t="t" aria-controls="radix-_r_9_" aria-expanded="false" data-state="closed">Shipping &amp; returns<svg width="8" height="8"></svg></button></h3><div role="region" id="radix-_r_9_" hidden></div></div>'],
  '/bag-overview': ['Northfold', () => '<h1>Your bag</h1>' + (n ? '<div class="flex">Oat sweater <span>Qty ' + n + '</span><button class="' + B + '" data-t="r">Remove</button></div><div class="flex justify-between"><span>Total</span><span>$' + (128 * n).toFixed(2) + '</span></div><a href="/pay" data-t="k" class="' + B + '">Checkout</a>' : '<p>Nothing here yet.</p>')],
  '/pay': ['Checkout | Northfold', () => '<h1>Checkout</h1><form novalidate class="space-y-4">' + field('email', 'Email', 'f2', 'email', 'email') + field('name', 'Full name', 'f3', 'text', 'name') + field('zip', 'ZIP code', 'f1', 'text', 'postal-code') + '<button class="' + B + '" data-t="s">Place order</button></form>'],
  '/ok/9f2': ['Northfold', () => '<h1>Thank you for your order</h1><p class="text-muted-foreground">Order #NF-3310 is confirmed.</p>'],
};
const show = () => { const [title, body] = pages[location.pathname] || ['Northfold', () => '<h1>Slow clothes</h1>']; document.title = title; $('#main').innerHTML = body(); setTimeout(() => { $('next-route-announcer').shadowRoot.firstChild.textContent = title }, 100) };
const toast = (text) => { const li = document.createElement('li'); li.textContent = text; $('#toasts').append(li); setTimeout(() => li.remove(), 2500) };
addEventListener('popstate', show);
document.addEventListener('submit', (e) => { e.preventDefault(); const input = $('[name=zip]');
  setTimeout(() => { const old = $('[data-slot=form-message]'); if (isWrong(input.value)) { input.setAttribute('aria-invalid', 'true'); input.setAttribute('aria-describedby', 'm1'); if (!old) input.insertAdjacentHTML('afterend', '<p data-slot="form-message" id="m1" class="text-destructive text-sm">Enter a valid ZIP code</p>'); return }
    n = 0; badge(); save().then(() => { history.pushState({}, '', '/ok/9f2'); show() }) }, 20) });
document.addEventListener('click', (e) => { const a = e.target.closest('a[href^="/"]'), el = e.target.closest('[data-t]'), t = el && el.dataset.t;
  if (a) { e.preventDefault(); history.pushState({}, '', a.getAttribute('href')); setTimeout(show, 120) }
  if (t === 'a') setTimeout(() => { n++; badge(); save(); toast('Added to bag') }, 350);
  if (t === 'p' || t === 'm') $('#q').textContent++;
  if (t === 'n') $('#track').style.transform = 'translateX(' + (e.timeStamp | 0) % 70 + 'px)';
  if (t === 'r') { n = 0; badge(); save(); show() }
  if (t === 't') { const panel = document.getElementById('radix-_r_9_'), open = panel.hidden; panel.hidden = !open; el.setAttribute('aria-expanded', open); el.dataset.state = open ? 'open' : 'closed'; panel.innerHTML = open ? '<div class="pb-4"><p>Orders leave our mill within two business days. Ground delivery takes three to five days within the US, and we email tracking as soon as the parcel is scanned.</p><p>Send anything back within thirty days, unworn, and we refund you within a week of getting it.</p></div>' : '' }
});
badge(); show();
}</script></body></html>`;

export const englishTailwind: StrangeShop = {
  name: 'English: Tailwind variants of "invalid" on every button, route announcer, accordion on the product page, count in aria-label',
  product: '/shop/oat-sweater',
  terms: { from: 'product', topic: 'shipping' },
  field: 'zip',
  others: 2,
  order: 'NF-3310',
  serve({ path, query, mem }) {
    if (path === '/s') mem.n = Number(query.get('n'));
    return path === '/s' ? '' : app(mem.n);
  },
};
