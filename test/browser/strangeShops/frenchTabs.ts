import { type Asked, CHECK, isWrong, type StrangeShop, TAG } from './strangeShop';

/** Three counters side by side, errors in a style sheet's `::after`, terms in a tab of the product's page. */
const prix = (n: number) => `${(n * 14.5).toFixed(2).replace('.', ',')} €`;
const frame = ({ mem }: Asked, title: string, body: string) => `<html lang="fr"><head><title>${title}</title>${TAG}
<style>body{font:15px Arial;margin:0} .haut{display:flex;gap:24px;padding:10px} .haut b{background:#234;color:#fff;border-radius:9px;padding:0 6px;font-size:11px}
.ligne[data-faute]::after{content:attr(data-faute);color:#c0392b;display:block;font-size:12px} .pan{display:none} .pan.vu{display:block} .onglets li{display:inline-block;margin-right:12px}</style></head>
<body><div class="haut"><a href="/">Papeterie Lebrun</a><a href="/favoris.htm" title="Mes favoris"><i class="i-coeur"></i><b>4</b></a>
<a href="/infos.htm" title="Notifications"><i class="i-cloche"></i><b>12</b></a><a href="/panier-7.htm" title="Panier" data-t="c"><i class="i-sac"></i><b>${mem.n}</b></a></div>
${body}<div class="bas"><a href="/cgv.htm">CGV</a> <a href="/livr.htm">Livraison</a></div></body></html>`;

const product = `<h1>Carnet relié lin</h1><div class="diapo"><span id="im">photo 1</span> <a href="#" data-t="n" onclick="im.textContent+='.';return false">›</a></div>
<p data-t="d">Deux cents pages lignées, papier ivoire cousu, couverture en lin teint à la main.</p><p>14,50 €</p>
<form method="post"><button type="button" data-t="m" onclick="q.value--">−</button><input id="q" name="q" value="1" size="2"><button type="button" data-t="p" onclick="q.value++">+</button>
<button data-t="a">Ajouter au panier</button></form>
<ul class="onglets"><li><a href="#t1">Description</a></li><li><a href="#t2" data-t="t">Livraison et retours</a></li></ul>
<div class="pan vu" id="t1"><p>Format A5, 380 grammes.</p></div><div class="pan" id="t2"><p>Nous expédions sous vingt-quatre heures, du lundi au vendredi, par lettre suivie ou par transporteur au choix.</p>
<p>Comptez deux jours ouvrés en France, quatre en Belgique et en Suisse. Les frais s’élèvent à 3,90 € et sont offerts dès 40 €.</p></div>
<script>document.querySelectorAll('.onglets a').forEach((a) => a.addEventListener('click', (e) => { e.preventDefault(); document.querySelectorAll('.pan').forEach((p) => p.classList.toggle('vu', '#' + p.id === a.hash)) }))</script>`;

const caisse = `<h1>Votre commande</h1><form method="post" novalidate>
<div class="ligne"><label for="c1">Adresse e-mail</label> <input id="c1" name="mel" data-t="f2"></div><div class="ligne"><label for="c2">Nom</label> <input id="c2" name="nom" data-t="f3"></div>
<div class="ligne"><label for="c3">Rue</label> <input id="c3" name="rue" data-t="f4"></div><div class="ligne"><label for="c4">Code postal</label> <input id="c4" name="code" data-t="f1"></div>
<button data-t="s">Commander</button></form><script>{${CHECK}
document.forms[0].addEventListener('submit', (e) => { const i = e.target.code, l = i.parentNode; l.removeAttribute('data-faute'); if (isWrong(i.value)) { e.preventDefault(); setTimeout(() => l.setAttribute('data-faute', 'Ce code postal n’existe pas'), 60) } }) }</script>`;

export const frenchTabs: StrangeShop = {
  name: 'French: counts of wishes and news beside the cart’s, errors in ::after, terms in a tab',
  product: '/carnets/carnet-relie-lin.htm',
  terms: { from: 'product', topic: 'shipping' },
  field: 'code',
  others: 3,
  order: '770415',
  serve(asked) {
    const { path, form, mem } = asked;
    if (path.startsWith('/carnets/')) {
      if (!form) return frame(asked, 'Carnet relié lin — Papeterie Lebrun', product);
      mem.n += Number(form.get('q'));
      return { to: path };
    }
    if (path === '/panier-7.htm') {
      if (form) mem.n = 0;
      return frame(
        asked,
        'Papeterie Lebrun',
        mem.n
          ? `<h1>Mon panier</h1><form method="post">Carnet relié lin × ${mem.n} ${prix(mem.n)} <button data-t="r">Retirer</button></form><p>Total TTC : ${prix(mem.n)}</p><a href="/etape-1.htm" data-t="k">Valider mon panier</a>`
          : '<h1>Mon panier</h1><p>Votre panier est vide.</p>',
      );
    }
    if (path === '/etape-1.htm') {
      if (!form || isWrong(form.get('code'))) return frame(asked, 'Commande — Papeterie Lebrun', caisse);
      mem.n = 0;
      return { to: '/etape-4.htm' };
    }
    if (path === '/etape-4.htm')
      return frame(
        asked,
        'Papeterie Lebrun',
        '<h1>Merci pour votre commande</h1><p>Votre numéro de commande : 770415</p>',
      );
    return frame(asked, 'Papeterie Lebrun', '<h1>Papeterie depuis 1921</h1>');
  },
};
