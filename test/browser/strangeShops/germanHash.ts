import { CHECK, type StrangeShop, TAG } from './strangeShop';

/** A hash router, the number only in a style sheet's `::after`, terms in a drawer, a list of errors on top without ARIA on fields. */
const app = (n: number) => `<html lang="de"><head><title>Teehaus Nord</title>${TAG}
<style>body{font:15px/1.5 Georgia;margin:0} .kopf{display:flex;gap:20px;padding:12px} .kopf i{position:relative;display:inline-block;width:22px;height:22px;background:#ccc}
.kopf i[data-w]::after{content:attr(data-w);position:absolute;top:-8px;right:-8px;font:11px sans-serif;background:#900;color:#fff;border-radius:9px;padding:0 5px}
.schub{position:fixed;top:0;right:0;bottom:0;width:380px;background:#fff;box-shadow:0 0 20px #0003;padding:20px;transform:translateX(100%);transition:transform .3s}.schub.auf{transform:none}
.liste{border:1px solid #a00;padding:8px;color:#a00}</style></head><body><div class="kopf"><a href="#/">Teehaus Nord</a><a href="#/sorten">Sorten</a>
<a href="#/warenkorb" title="Zum Warenkorb" data-t="c"><i id="ic"></i></a></div><div id="app"></div>
<div class="schub" id="sch"></div><script>{${CHECK}
let n = ${n}; const $ = (s) => document.querySelector(s);
const eur = (v) => v.toFixed(2).replace('.', ',') + ' €';
const save = () => fetch('/s?n=' + n);
const badge = () => { if (n) $('#ic').setAttribute('data-w', n); else $('#ic').removeAttribute('data-w') };
const link = '<p><a href="javascript:;" data-t="t">Versand und Lieferung</a></p>';
const fields = [['E-Mail-Adresse', 'f2', 'mail'], ['Vor- und Nachname', 'f3', 'name'], ['Straße und Hausnummer', 'f4', 'str'], ['Postleitzahl', 'f1', 'plz']];
const pages = {
  '#/': () => '<h1>Tee aus dem Norden</h1><p>Seit 1989 in Husum.</p>',
  '#/sorten/ostfriesen': () => '<h1>Ostfriesenmischung 250 g</h1><div><div id="bild" style="transition:.3s;width:200px">Bild</div><button data-t="n">weiter</button></div><p data-t="d">Kräftige Blattmischung mit malziger Note, am besten mit Kluntje und einem Wölkchen Sahne.</p><p>12,90 €</p><div><button data-t="m">–</button><output id="q">1</output><button data-t="p">+</button></div><button data-t="a">In den Warenkorb</button>',
  '#/warenkorb': () => '<h1>Warenkorb</h1>' + (n ? '<table><tr><td>Ostfriesenmischung</td><td>' + n + ' ×</td><td>' + eur(n * 12.9) + '</td><td><button data-t="r">löschen</button></td></tr></table><p>Summe: ' + eur(n * 12.9) + '</p><a href="#/kasse" data-t="k">Weiter zur Kasse</a>' : '<p>Noch nichts drin.</p>') + link,
  '#/kasse': () => '<h1>Kasse</h1><div id="oben"></div>' + fields.map(([label, t, id]) => '<p><label>' + label + '<br><input name="' + id + '" data-t="' + t + '"></label></p>').join('') + '<button data-t="s">Kostenpflichtig bestellen</button>',
  '#/danke': () => '<h1>Vielen Dank für Ihre Bestellung!</h1><p>Ihre Bestellnummer lautet 2026-4471. Sie erhalten gleich eine E-Mail.</p>',
};
const show = () => { $('#app').innerHTML = (pages[location.hash] || pages['#/'])(); $('#sch').className = 'schub' };
addEventListener('hashchange', show);
document.addEventListener('click', (e) => { const el = e.target.closest('[data-t]'), t = el && el.dataset.t;
  if (t === 'a') { n++; badge(); save() }
  if (t === 'p' || t === 'm') $('#q').value++;
  if (t === 'n') $('#bild').style.marginLeft = (e.timeStamp | 0) % 80 + 'px';
  if (t === 'r') { n = 0; badge(); save(); show() }
  if (t === 't') { $('#sch').innerHTML = '<button data-t="x">×</button><h3>Versand und Lieferung</h3><p>Wir verschicken mit der Post. Bestellungen bis 14 Uhr gehen am selben Werktag auf die Reise und sind in ein bis drei Tagen da.</p><p>Innerhalb Deutschlands kostet der Versand 3,90 €, ab 39 € nichts. Nach Österreich rechnen wir 8,90 €.</p>'; $('#sch').className = 'schub auf' }
  if (t === 'x') $('#sch').className = 'schub';
  if (t === 's') { $('#oben').innerHTML = ''; setTimeout(() => { if (isWrong($('[name=plz]').value)) { $('#oben').innerHTML = '<div class="liste" role="alert">Bitte prüfen Sie Ihre Angaben:<ul><li>Postleitzahl ist ungültig</li></ul></div>'; return } n = 0; badge(); save(); location.hash = '#/danke' }, 400) }
});
badge(); show();
}</script></body></html>`;

export const germanHash: StrangeShop = {
  name: 'German: hash router, the number in ::after, terms in a drawer, a list on top that names the field',
  product: '/#/sorten/ostfriesen',
  terms: { from: 'cart', topic: 'shipping' },
  field: 'plz',
  others: 3,
  order: '2026-4471',
  serve({ path, query, mem }) {
    if (path === '/s') mem.n = Number(query.get('n'));
    return path === '/s' ? '' : app(mem.n);
  },
};
