import { type Asked, isWrong, type StrangeShop, TAG } from './strangeShop';

/** Server-rendered; the count in the name of a button that opens a drawer; terms in `<details>` on the cart page; a list of errors on top. */
const brl = (n: number) => `R$ ${(n * 39.9).toFixed(2).replace('.', ',')}`;
const frame = ({ mem }: Asked, title: string, body: string) => `<html lang="pt-BR"><head><title>${title}</title>${TAG}
<style>body{font:15px Arial;margin:0} .topo{display:flex;gap:20px;padding:10px} .gaveta{position:fixed;right:0;top:0;bottom:0;width:300px;background:#fff;padding:16px;visibility:hidden} .gaveta.ab{visibility:visible} .caixa-erro{background:#fde8e8;color:#9b1c1c;padding:10px}</style></head>
<body><header class="topo"><a href="/">Café da Serra</a><a href="/cafes">Cafés</a><button type="button" id="sb" aria-label="Abrir sacola com ${mem.n} ${mem.n === 1 ? 'item' : 'itens'}" onclick="gv.classList.toggle('ab')"><svg width="20" height="20"></svg></button></header>
<aside class="gaveta" id="gv"><h2>Sacola</h2><p>${mem.n} × Café especial</p><a href="/sacola">Ver sacola</a></aside>${body}
<footer><a href="/ajuda/entrega">Entrega</a> <a href="/ajuda/trocas">Trocas e devoluções</a> <a href="/sacola" data-t="c">Minha sacola</a></footer></body></html>`;

const details = `<details><summary data-t="t">Prazo de entrega e frete</summary><p>Torramos às segundas e quintas e postamos no dia seguinte. Capitais do Sudeste recebem em dois dias úteis, as demais regiões em até sete.</p>
<p>O frete é calculado pelo peso e fica por nossa conta acima de R$ 150. O código de rastreio chega por mensagem assim que o pacote sai.</p></details>`;

const product = `<main><h1>Café especial Mantiqueira 500 g</h1><div id="im">foto</div><button type="button" data-t="n" onclick="im.textContent+='.'">Próxima</button>
<p data-t="d">Grãos de altitude com notas de chocolate e caramelo, torra média, colheita deste ano.</p><p>R$ 39,90</p>
<form method="post"><button type="button" data-t="m" onclick="q.value--">-</button><input id="q" name="q" value="1" inputmode="numeric" size="2"><button type="button" data-t="p" onclick="q.value++">+</button><button data-t="a">Colocar na sacola</button></form></main>`;

const CAMPOS = [
  ['email', 'E-mail', 'f2'],
  ['nome', 'Nome completo', 'f3'],
  ['cep', 'CEP', 'f1'],
  ['numero', 'Número', 'f4'],
] as const;

export const portugueseServer: StrangeShop = {
  name: 'Portuguese: count in the name of a drawer’s button, <details> on the cart page, a list of errors on top from the server',
  product: '/cafes/mantiqueira',
  terms: { from: 'cart', topic: 'shipping' },
  field: 'cep',
  others: 3,
  order: 'CS-5502',
  serve(asked) {
    const { path, form, mem } = asked;
    if (path === '/cafes/mantiqueira') {
      if (!form) return frame(asked, 'Café especial Mantiqueira | Café da Serra', product);
      mem.n += Number(form.get('q'));
      return { to: path };
    }
    if (path === '/sacola') {
      if (form) mem.n = 0;
      return frame(
        asked,
        'Sacola | Café da Serra',
        mem.n
          ? `<main><h1>Minha sacola</h1><form method="post">Café especial Mantiqueira, ${mem.n} un. <button data-t="r">Remover</button></form><p>Total: ${brl(mem.n)}</p>${details}<a href="/fechar" data-t="k">Fechar pedido</a></main>`
          : `<main><h1>Minha sacola</h1><p>Sua sacola está vazia.</p>${details}</main>`,
      );
    }
    if (path === '/fechar') {
      if (form && !isWrong(form.get('cep'))) {
        mem.n = 0;
        return { to: '/pronto' };
      }
      return frame(
        asked,
        'Finalizar compra | Café da Serra',
        `<main><h1>Finalizar compra</h1>${form ? '<div class="caixa-erro" role="alert"><strong>Não foi possível continuar</strong><ul><li>CEP: informe um CEP válido</li></ul></div>' : ''}
<form method="post">${CAMPOS.map(([name, label, t]) => `<p><label>${label} <input name="${name}" data-t="${t}"></label></p>`).join('')}<button data-t="s">Enviar pedido</button></form></main>`,
      );
    }
    if (path === '/pronto')
      return frame(
        asked,
        'Café da Serra',
        '<main><h1>Obrigado pela sua compra!</h1><p>O número do pedido é <strong>CS-5502</strong>.</p></main>',
      );
    return frame(asked, 'Café da Serra', '<main><h1>Café fresco da serra</h1></main>');
  },
};
