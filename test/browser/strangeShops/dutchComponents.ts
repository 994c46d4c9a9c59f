import { CHECK, type StrangeShop, TAG } from './strangeShop';

/** Everything in nested open shadow roots: header, cart button without an address, fields, and the heading of the terms. */
const app = (
  n: number,
) => `<html lang="nl"><head><title>Fietsenhoek</title>${TAG}<style>body{margin:0;font:16px sans-serif}</style></head>
<body><fh-app></fh-app><script type="module">{${CHECK}
let n = ${n};
const make = (name, draw, after = () => {}) => customElements.define(name, class extends HTMLElement {
  connectedCallback() { const root = this.shadowRoot || this.attachShadow({ mode: 'open' }); this.draw = () => { root.innerHTML = draw(this); after(this, root) }; this.draw() } });
const go = (to) => { location.href = to };
const save = () => fetch('/s?n=' + n);
make('fh-icon', () => '<svg width="18" height="18"><path d="M1 1h16"/></svg>');
make('fh-knop', (el) => '<style>button{padding:8px}</style><button aria-label="' + el.getAttribute('label') + '"><fh-icon></fh-icon>' + (n ? '<span>' + n + '</span>' : '') + '</button>');
make('fh-top', () => '<style>:host{display:flex;gap:20px;padding:10px}</style><a href="/">Fietsenhoek</a><a href="/lampen">Lampen</a><fh-knop label="Winkelwagen" data-t="c"></fh-knop>',
  (el, root) => root.querySelector('fh-knop').addEventListener('click', () => go('/mandje')));
make('fh-veld', (el) => '<style>i{color:#b3261e;font-style:normal;font-size:12px;display:block}</style><label>' + el.getAttribute('label') + '<input></label>' + (el.fout ? '<i>' + el.fout + '</i>' : ''));
const pages = {
  '/lampen/koplamp-80': () => '<h1>Koplamp 80 lux</h1><div><img width="200" height="90" alt="Koplamp" id="im"><button data-t="n" aria-label="Volgende">›</button></div><p data-t="d">Felle koplamp op een naafdynamo, met standlicht en een scherpe grens naar boven.</p><p>€ 49,95</p><div><button data-t="m">-</button><b id="q">1</b><button data-t="p">+</button></div><button data-t="a">In winkelwagen</button>',
  '/mandje': () => '<h1>Winkelwagen</h1>' + (n ? '<p>Koplamp 80 lux, ' + n + ' stuks <button data-t="r">Verwijderen</button></p><p>Totaal € ' + (n * 49.95).toFixed(2).replace('.', ',') + '</p><a href="/afrekenen" data-t="k">Verder naar bestellen</a>' : '<p>Je winkelwagen is leeg.</p>') + '<p><a href="/hulp/12" data-t="t">Meer over bezorgen</a></p>',
  '/hulp/12': () => '<fh-tekst></fh-tekst>',
  '/afrekenen': () => '<h1>Afrekenen</h1><form><fh-veld name="email" label="E-mailadres" data-t="f2"></fh-veld><fh-veld name="straat" label="Straat en huisnummer" data-t="f3"></fh-veld><fh-veld name="postcode" label="Postcode" data-t="f1"></fh-veld><button type="button" data-t="s">Bestelling plaatsen</button></form>',
  '/bedankt/5': () => '<h1>Bedankt voor je bestelling</h1><p>Je bestelnummer is <b>FH88017</b>.</p>',
};
make('fh-tekst', () => '<article><h1>Verzending en bezorging</h1><p>We versturen elke werkdag. Wie voor vier uur bestelt, heeft het pakket meestal de volgende dag in huis.</p><p>Verzenden kost 4,95, boven de 50 euro betaal je niets. De bezorger komt tussen negen en negen en stuurt een bericht.</p><p>Grote pakketten, zoals frames en wielen, gaan met een andere vervoerder en zijn twee dagen onderweg.</p></article>');
make('fh-blad', () => (pages[location.pathname] || (() => '<h1>Alles voor de fiets</h1>'))(), (el, root) => root.addEventListener('click', (e) => {
  const t = e.target.closest('[data-t]') && e.target.closest('[data-t]').dataset.t;
  if (t === 'a') { n++; save(); document.querySelector('fh-app').shadowRoot.querySelector('fh-top').shadowRoot.querySelector('fh-knop').draw() }
  if (t === 'p' || t === 'm') root.querySelector('#q').textContent++;
  if (t === 'n') root.querySelector('#im').alt += '.';
  if (t === 'r') { n = 0; save(); el.draw(); document.querySelector('fh-app').shadowRoot.querySelector('fh-top').shadowRoot.querySelector('fh-knop').draw() }
  if (t === 's') { const veld = root.querySelector('[name=postcode]'), value = veld.shadowRoot.querySelector('input').value;
    setTimeout(() => { if (!isWrong(value)) { n = 0; return save().then(() => go('/bedankt/5')) } veld.fout = 'Vul een geldige postcode in, bijvoorbeeld 1234 AB'; veld.draw(); veld.shadowRoot.querySelector('input').value = value }, 250) }
}));
make('fh-app', () => '<fh-top></fh-top><fh-blad></fh-blad>');
}</script></body></html>`;

export const dutchComponents: StrangeShop = {
  name: 'Dutch: nested shadow roots for header, cart button, fields and the heading of the terms',
  product: '/lampen/koplamp-80',
  terms: { from: 'cart', topic: 'shipping' },
  field: 'postcode',
  others: 2,
  order: 'FH88017',
  serve({ path, query, mem }) {
    if (path === '/s') mem.n = Number(query.get('n'));
    return path === '/s' ? '' : app(mem.n);
  },
};
