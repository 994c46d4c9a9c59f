import { type Asked, isWrong, type StrangeShop, TAG } from './strangeShop';

/** Tables, one script for every page, no class that says anything; the server writes red text under the field. */
const eur = (n: number) => `${(n * 8.3).toFixed(2).replace('.', ',')} €`;

const frame = ({ mem }: Asked, title: string, body: string) => `<html lang="es"><head><title>${title}</title>${TAG}
<style>body{font:13px Verdana;margin:0} td{padding:6px} .z{color:#c00000;font-size:11px} a{color:#063}</style></head><body>
<table width="900" align="center" cellspacing="0"><tr bgcolor="#e8f0d8">
<td><a href="/"><img width="120" height="40" alt="La Huerta de Ana" src="data:,"></a></td>
<td><form action="/v.php"><input type="hidden" name="s" value="2"><input type="text" name="q" size="14"><input type="submit" value="Buscar"></form></td>
<td align="right"><a href="/v.php?s=5" data-t="c">Cesta (${mem.n}) ${eur(mem.n)}</a> &nbsp;|&nbsp; <a href="/v.php?s=8">Mi cuenta</a></td></tr>
<tr><td valign="top" width="160"><b>Semillas</b><br><a href="/v.php?s=2&amp;f=1">Tomates (14)</a><br><a href="/v.php?s=2&amp;f=2">Pimientos (9)</a></td>
<td colspan="2" valign="top">${body}</td></tr>
<tr><td colspan="3" align="center"><a href="/p/7" data-t="t">Envíos</a> · <a href="/p/8">Devoluciones</a> · <a href="/p/3">Aviso legal</a></td></tr></table></body></html>`;

const product = `<h1>Tomate corazón de buey</h1><table><tr><td><img id="im" width="200" height="150" alt="Tomate" src="data:,"><br>
<a href="#" data-t="n" onclick="im.alt='Tomate '+(++im.width);return false">siguiente foto »</a></td>
<td><p data-t="d">Variedad antigua de frutos grandes y carnosos, ideal para ensalada. Siembra de febrero a abril en semillero protegido.</p>
<font size="4"><b>8,30 €</b></font><form method="post"><input type="hidden" name="accion" value="mas">
<input type="button" value="-" data-t="m" onclick="u.value=Math.max(1,u.value-1)"> <input name="u" id="u" size="2" value="1"> <input type="button" value="+" data-t="p" onclick="u.value=+u.value+1">
<input type="submit" data-t="a" value="A la cesta"></form></td></tr></table>`;

const LABELS = [
  ['email', 'Correo electrónico'],
  ['nombre', 'Nombre y apellidos'],
  ['direccion', 'Dirección'],
  ['cp', 'Código postal'],
] as const;

const order = (form: URLSearchParams | null) => `<h1>Finalizar compra</h1><form method="post" action="">
<table>${LABELS.map(
  ([name, label], i) => `<tr><td align="right">${label}:</td><td><input type="text" name="${name}" data-t="f${4 - i}">
${form && name === 'cp' ? '<br><span class="z">El código postal no corresponde a ninguna provincia</span>' : ''}</td></tr>`,
).join('')}
<tr><td></td><td><input type="submit" data-t="s" value="Enviar pedido"></td></tr></table></form>`;

export const spanishTables: StrangeShop = {
  name: 'Spanish: tables, one script, "Cesta (3) 24,90 €", terms at /p/7, red text from the server',
  product: '/v.php?s=4&id=31',
  terms: { from: 'cart', topic: 'shipping' },
  field: 'cp',
  others: 3,
  order: '48213',
  serve(asked) {
    const { path, query, form, mem } = asked;
    const s = query.get('s');
    if (path === '/p/7')
      return frame(
        asked,
        'La Huerta de Ana',
        `<h1>Gastos de envío</h1><p>Preparamos los pedidos de lunes a viernes. Los paquetes salen el mismo día si el pedido se hace antes de las doce.</p>
<p>La península recibe en 24 o 48 horas. Baleares, Canarias, Ceuta y Melilla tardan entre cuatro y ocho días laborables.</p>
<p>Cobramos 4,90 € por paquete, y nada a partir de 45 €. El transportista avisa por SMS.</p>`,
      );
    if (s === '4' && form) {
      mem.n += Number(form.get('u'));
      return { to: '/v.php?s=4&id=31' };
    }
    if (s === '4') return frame(asked, 'Tomate corazón de buey - La Huerta de Ana', product);
    if (s === '5') {
      if (form) mem.n = 0;
      return frame(
        asked,
        'Su cesta - La Huerta de Ana',
        mem.n
          ? `<h2>Su cesta</h2><form method="post"><table border="1"><tr><th>Artículo</th><th>Unidades</th><th>Importe</th></tr>
<tr><td>Tomate corazón de buey</td><td>${mem.n}</td><td>${eur(mem.n)}</td></tr><tr><td colspan="2">Total</td><td>${eur(mem.n)}</td></tr></table>
<input type="submit" data-t="r" value="Vaciar"></form><a href="/v.php?s=6" data-t="k">Tramitar pedido »</a>`
          : '<h2>Su cesta</h2>Su cesta está vacía.',
      );
    }
    if (s === '6') {
      if (form && !isWrong(form.get('cp'))) {
        Object.assign(mem, { n: 0, order: '48213' });
        return { to: '/v.php?s=9' };
      }
      return frame(asked, 'Finalizar compra - La Huerta de Ana', order(form));
    }
    if (s === '9')
      return frame(
        asked,
        'La Huerta de Ana',
        '<h1>¡Gracias por su compra!</h1><p>Número de pedido: <b>48213</b></p><p>Le hemos enviado un correo. Total: 8,30 €</p>',
      );
    return frame(asked, 'La Huerta de Ana: semillas', '<h1>Semillas para la huerta</h1><p>Novedades de temporada.</p>');
  },
};
