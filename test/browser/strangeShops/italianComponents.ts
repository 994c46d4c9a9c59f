import { CHECK, type StrangeShop, TAG } from './strangeShop';

/** A component library: a custom element with its number in a property, a dialog in a shadow root with slotted terms, fields with alerts in theirs. */
const app = (
  n: number,
) => `<html lang="it"><head><title>Ceramiche Riva</title>${TAG}<style>body{margin:0;font:16px sans-serif} .barra{display:flex;gap:20px;padding:10px}</style></head>
<body><div class="barra"><a href="/">Ceramiche Riva</a><r-link to="/borsa" data-t="c"><span>Borsa</span><r-dot id="dot"></r-dot></r-link></div><div id="p"></div><script type="module">{${CHECK}
let n = ${n}; const $ = (s) => document.querySelector(s); const save = () => fetch('/s?n=' + n);
const define = (name, draw) => customElements.define(name, class extends HTMLElement { connectedCallback() { if (!this.shadowRoot) this.attachShadow({ mode: 'open' }); this.draw() } draw() { draw(this, this.shadowRoot) } });
define('r-dot', (el, root) => { root.innerHTML = n ? '<style>b{background:#0a5;color:#fff;border-radius:8px;padding:0 5px;font-size:11px}</style><b>' + n + '</b>' : '' });
define('r-link', (el, root) => { root.innerHTML = '<style>:host{cursor:pointer}</style><slot></slot>'; el.onclick = () => { location.href = el.getAttribute('to') } });
define('r-dialog', (el, root) => { root.innerHTML = '<dialog><header><slot name="titolo"></slot></header><slot></slot></dialog>'; el.show = () => root.querySelector('dialog').showModal() });
define('r-field', (el, root) => { if (!root.firstChild) root.innerHTML = '<style>.m{color:#c62828;font-size:12px}</style><label><slot name="label"></slot><input></label><div class="m" role="alert"></div>'; root.querySelector('.m').textContent = el.errore || '' });
const terms = '<button type="button" data-t="t">Consegna</button><r-dialog><h2 slot="titolo">Consegna e spedizione</h2><p>Ogni pezzo viene imballato a mano e affidato al corriere entro due giorni lavorativi dall’ordine.</p><p>In Italia arriva in due giorni, nel resto d’Europa in cinque. La spedizione costa 9 euro ed è gratuita oltre i 120.</p></r-dialog>';
const pages = {
  '/ciotole/12': () => '<h1>Ciotola blu notte</h1><div id="im">foto</div><button data-t="n">avanti</button><p data-t="d">Tornita a mano in gres e smaltata due volte, ogni ciotola è diversa dalla precedente.</p><p>€ 32,00</p><button data-t="m">−</button><span id="q">1</span><button data-t="p">+</button><button data-t="a">Metti nella borsa</button>',
  '/borsa': () => '<h1>La tua borsa</h1>' + (n ? '<p>Ciotola blu notte, ' + n + ' <button data-t="r">Togli</button></p><p>Totale € ' + n * 32 + ',00</p><a href="/acquisto" data-t="k">Procedi all’acquisto</a> ' : '<p>Non c’è ancora niente.</p>') + terms,
  '/acquisto': () => '<h1>Completa il tuo ordine</h1><form onsubmit="return false"><r-field name="email" data-t="f2"><span slot="label">E-mail</span></r-field><r-field name="indirizzo" data-t="f3"><span slot="label">Indirizzo</span></r-field><r-field name="cap" data-t="f1"><span slot="label">CAP</span></r-field><button type="button" data-t="s">Invia l’ordine</button></form>',
  '/fine': () => '<h1>Ordine ricevuto</h1><p>Grazie! Il tuo numero d’ordine: <strong>RV-609</strong></p>',
};
const show = () => { $('#p').innerHTML = (pages[location.pathname] || (() => '<h1>Ceramiche dal lago</h1>'))() };
document.addEventListener('click', (e) => { const el = e.target.closest('[data-t]'), t = el && el.dataset.t;
  if (t === 'a') { n++; save(); setTimeout(() => $('#dot').draw(), 150) }
  if (t === 'p' || t === 'm') $('#q').textContent++;
  if (t === 'n') $('#im').textContent += '.';
  if (t === 'r') { n = 0; save(); $('#dot').draw(); show() }
  if (t === 't') $('r-dialog').show();
  if (t === 's') { const f = $('[name=cap]'); const bad = isWrong(f.shadowRoot.querySelector('input').value); f.errore = ''; f.draw(); setTimeout(() => { if (bad) { f.errore = 'CAP non valido'; f.draw(); return } n = 0; save().then(() => { location.href = '/fine' }) }, 200) }
});
show();
}</script></body></html>`;

export const italianComponents: StrangeShop = {
  name: 'Italian: a link that is a custom element, terms slotted into a dialog in a shadow root, alerts in the fields’ shadow roots',
  product: '/ciotole/12',
  terms: { from: 'cart', topic: 'shipping' },
  field: 'cap',
  others: 2,
  order: 'RV-609',
  serve({ path, query, mem }) {
    if (path === '/s') mem.n = Number(query.get('n'));
    return path === '/s' ? '' : app(mem.n);
  },
};
