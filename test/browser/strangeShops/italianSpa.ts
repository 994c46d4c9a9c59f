import { CHECK, type StrangeShop, TAG } from './strangeShop';

/** pushState; title and heading follow 800 ms later; old views stay in the page, hidden by a class; terms in a fetched modal. */
const app = (n: number, ordered: string) => `<html lang="it"><head><title>Lana &amp; Co</title>${TAG}
<style>body{font:15px system-ui;margin:0} .off{display:none} .top{display:flex;gap:16px;padding:12px;border-bottom:1px solid #ddd}
.veil{position:fixed;inset:0;background:#0006;z-index:40;display:grid;place-items:center}.card{background:#fff;padding:24px;width:480px}
.e{color:#d32f2f;font-size:12px;margin:2px 0}</style></head><body><div id="root"><div class="top"><a href="/" data-l>Lana &amp; Co</a>
<a href="/gomitoli" data-l>Gomitoli</a><span style="flex:1"></span><a href="/carrello" data-l data-t="c" id="cc"><svg width="20" height="20"></svg></a></div>
<div id="v"></div></div><script>{${CHECK}
let n = ${n}, ordered = '${ordered}', form;
const q = (s, r = document) => r.querySelector(s);
const save = () => fetch('/s?n=' + n + '&o=' + ordered);
const badge = () => { const old = q('#cc span'); if (old) old.remove(); if (n) { const s = document.createElement('span'); s.className = 'k1'; s.textContent = n; q('#cc').append(s) } };
const views = {
  '/': ['Lana & Co', () => '<h1>Filati italiani</h1><p>Lana merino dalle Alpi.</p>'],
  '/gomitoli/merino-50': ['Merino 50 g | Lana & Co', () => '<h1>Merino 50 g</h1><div class="strip"><div style="display:flex;width:300px;overflow:hidden"><div class="ph" style="transition:transform .3s">foto</div></div><button data-t="n" aria-label="Avanti">›</button></div><p data-t="d">Un filato morbido e resistente, adatto a maglioni e sciarpe per grandi e piccini.</p><p>€ 7,50</p><div><button data-t="m">−</button><span class="q">1</span><button data-t="p">+</button></div><button data-t="a">Aggiungi al carrello</button>'],
  '/carrello': ['Il tuo carrello | Lana & Co', () => n ? '<h1>Il tuo carrello</h1><ul><li>Merino 50 g × ' + n + ' <button data-t="r">Rimuovi</button></li></ul><p>Totale <strong>€ ' + (n * 7.5).toFixed(2).replace('.', ',') + '</strong></p><p><button class="lnk" data-t="t">Spedizione e consegna</button></p><a href="/cassa" data-l data-t="k">Vai alla cassa</a>' : '<h1>Il tuo carrello</h1><p>Il carrello è vuoto</p><p><button class="lnk" data-t="t">Spedizione e consegna</button></p>'],
  '/cassa': ['Cassa | Lana & Co', () => '<h1>Cassa</h1><div id="fm"></div>'],
  '/fatto': ['Grazie | Lana & Co', () => '<h1>Grazie per il tuo ordine!</h1><p>Numero ordine</p><p>LN-20931</p>'],
};
const fields = [['email', 'E-mail', 'f2'], ['nome', 'Nome e cognome', 'f3'], ['cap', 'CAP', 'f1']];
const draw = (wrong) => { const old = {}; for (const i of document.querySelectorAll('#fm input')) old[i.name] = i.value;
  q('#fm').innerHTML = '<form novalidate>' + fields.map(([name, label, t], i) => '<div><label for="x' + i + '">' + label + '</label><input id="x' + i + '" name="' + name + '" data-t="' + t + '">' + (wrong && name === 'cap' ? '<p class="e">Il CAP non è corretto</p>' : '') + '</div>').join('') + '<button data-t="s">Ordina e paga</button></form>';
  for (const i of document.querySelectorAll('#fm input')) i.value = old[i.name] || ''; };
const show = () => { const [title, body] = views[location.pathname] || views['/'];
  setTimeout(() => { for (const v of q('#v').children) { v.className = 'off'; v.querySelectorAll('[data-t]').forEach((b) => b.removeAttribute('data-t')); const fm = q('#fm', v); if (fm) fm.removeAttribute('id') }
    document.title = title; const d = document.createElement('div'); d.innerHTML = body(); q('#v').append(d); if (q('#fm', d)) draw() }, 800) };
addEventListener('popstate', show);
document.addEventListener('submit', (e) => { e.preventDefault(); setTimeout(() => { if (isWrong(q('#fm input[name=cap]').value)) return draw(true); n = 0; ordered = '1'; badge(); save().then(() => { history.pushState(null, '', '/fatto'); show() }) }, 500) });
document.addEventListener('click', async (e) => { const a = e.target.closest('a[data-l]'), b = e.target.closest('button'); const t = b && b.dataset.t;
  if (a) { e.preventDefault(); history.pushState(null, '', a.getAttribute('href')); show() }
  if (t === 'a') setTimeout(() => { n++; badge(); save() }, 300);
  if (t === 'p' || t === 'm') q('.q', b.parentNode).textContent++;
  if (t === 'n') q('.ph').style.transform = 'translateX(-' + (e.timeStamp | 0) % 90 + 'px)';
  if (t === 'r') { n = 0; badge(); save(); q('#v').lastChild.innerHTML = views['/carrello'][1]() }
  if (t === 't') { const w = document.createElement('div'); w.className = 'veil'; w.innerHTML = '<div class="card">…</div>'; document.body.append(w);
    w.firstChild.innerHTML = await (await fetch('/testi/3')).text() }
  if (t === 'x') b.closest('.veil').remove();
});
badge(); show();
}</script></body></html>`;

export const italianSpa: StrangeShop = {
  name: 'Italian: single page with late headings and old views, badge gone when empty, terms fetched into a modal, form drawn anew',
  product: '/gomitoli/merino-50',
  terms: { from: 'cart', topic: 'shipping' },
  field: 'cap',
  others: 2,
  order: 'LN-20931',
  serve({ path, query, mem }) {
    if (path === '/s') {
      Object.assign(mem, { n: Number(query.get('n')), order: query.get('o') });
      return '';
    }
    if (path === '/testi/3')
      return `<h2>Spedizione</h2><p>Spediamo in tutta Italia con corriere espresso. Gli ordini ricevuti entro le 14 partono lo stesso giorno.</p>
<p>La consegna richiede uno o due giorni lavorativi, tre per le isole. Costa 5,90 euro, gratis sopra i 60.</p><button data-t="x">Chiudi</button>`;
    return app(mem.n, mem.order);
  },
};
