import { CHECK, type StrangeShop, TAG } from './strangeShop';

/** pushState, a badge that is gone when empty, terms in a bottom sheet, a form drawn anew at each try, a toast for a declined card. */
const app = (n: number) => `<html lang="ko"><head><title>모아상점</title>${TAG}
<style>body{font:14px sans-serif;margin:0} .gnb{display:flex;gap:20px;padding:10px} .sheet{position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:1px solid #ccc;padding:20px;z-index:200;height:300px}
.t2{color:#e5484d;font-size:12px;margin:0} .snack{position:fixed;left:50%;bottom:40px;background:#222;color:#fff;padding:10px 16px;z-index:300}</style></head>
<body><div class="gnb"><a href="/" data-l>모아상점</a><a href="/list" data-l>전체상품</a><a href="/b" data-l data-t="c" aria-label="장바구니" id="bk"><svg width="20" height="20"></svg></a></div><div id="v"></div><script>{${CHECK}
let n = ${n}, paid = 0; const $ = (s) => document.querySelector(s);
const save = () => fetch('/s?n=' + n);
const badge = () => { $('#bk').innerHTML = '<svg width="20" height="20"></svg>' + (n ? '<em>' + n + '</em>' : '') };
const won = (v) => (v * 15900).toLocaleString('en') + '원';
const pages = {
  '/i/5520': ['무선 주전자', () => '<h1>무선 주전자 1.2L</h1><div id="im">사진</div><button data-t="n">다음</button><p data-t="d">물이 끓으면 자동으로 꺼지는 가벼운 주전자입니다. 스테인리스 내부로 관리가 쉽습니다.</p><p>15,900원</p><div><button data-t="m">-</button><span id="q">1</span><button data-t="p">+</button></div><button data-t="a">장바구니 담기</button>'],
  '/b': ['장바구니', () => '<h1>장바구니</h1>' + (n ? '<p>무선 주전자 1.2L ' + n + '개 ' + won(n) + ' <button data-t="r">삭제</button></p><p>총 결제금액 ' + won(n) + '</p><a href="/o" data-l data-t="k">주문하기</a>' : '<p>담긴 상품이 없습니다</p>') + '<p><button data-t="t">배송 안내</button></p>'],
  '/o': ['주문/결제', () => '<h1>주문/결제</h1><div id="fm"></div>'],
  '/o/done': ['주문완료', () => '<h1>주문이 완료되었습니다</h1><p>주문번호 <strong>20261124-00871</strong></p>'],
};
const fields = [['이메일', 'email', 'f2'], ['받는 분', 'receiver', 'f3'], ['우편번호', 'zonecode', 'f1']];
const draw = (wrong) => { const old = {}; for (const i of document.querySelectorAll('#fm input')) old[i.name] = i.value;
  $('#fm').innerHTML = fields.map(([label, name, t]) => '<dl><dt>' + label + '</dt><dd><input name="' + name + '" placeholder="' + label + '" data-t="' + t + '">' + (wrong && t === 'f1' ? '<p class="t2">우편번호를 다시 확인해 주세요</p>' : '') + '</dd></dl>').join('') + '<button data-t="s">결제하기</button>';
  for (const i of document.querySelectorAll('#fm input')) i.value = old[i.name] || '' };
const show = () => { const [title, body] = pages[location.pathname] || ['모아상점', () => '<h1>오늘의 생활용품</h1>']; document.title = title + ' - 모아상점'; $('#v').innerHTML = body(); if ($('#fm')) draw() };
addEventListener('popstate', show);
document.addEventListener('click', (e) => { const a = e.target.closest('a[data-l]'), el = e.target.closest('[data-t]'), t = el && el.dataset.t;
  if (a) { e.preventDefault(); history.pushState(0, '', a.getAttribute('href')); setTimeout(show, 250) }
  if (t === 'a') setTimeout(() => { n++; badge(); save() }, 200);
  if (t === 'p' || t === 'm') $('#q').textContent++;
  if (t === 'n') $('#im').textContent += '.';
  if (t === 'r') { n = 0; badge(); save(); show() }
  if (t === 't') { const d = document.createElement('div'); d.className = 'sheet'; d.innerHTML = '<button data-t="x">닫기</button><strong>배송 안내</strong><p>오후 두 시 이전에 결제하시면 당일 출고되며, 보통 하루에서 이틀 안에 받아 보실 수 있습니다.</p><p>배송비는 삼천 원이고 삼만 원 이상 구매하시면 받지 않습니다. 제주와 섬 지역은 이삼일 더 걸립니다.</p>'; document.body.append(d) }
  if (t === 'x') el.parentNode.remove();
  if (t === 's') setTimeout(() => { const bad = isWrong($('[name=zonecode]').value); draw(bad); if (bad) return;
    if (!paid++) { const d = document.createElement('div'); d.className = 'snack'; d.textContent = '카드 승인이 거절되었습니다. 다른 카드를 이용해 주세요.'; document.body.append(d); setTimeout(() => d.remove(), 4000); return }
    n = 0; badge(); save().then(() => { history.pushState(0, '', '/o/done'); show() }) }, 450);
});
badge(); show();
}</script></body></html>`;

export const koreanSpa: StrangeShop = {
  name: 'Korean: single page, badge gone when empty, terms in a bottom sheet, form drawn anew, a toast says the card was declined',
  product: '/i/5520',
  terms: { from: 'cart', topic: 'shipping' },
  field: 'zonecode',
  others: 2,
  order: '20261124-00871',
  declines: true,
  serve({ path, query, mem }) {
    if (path === '/s') mem.n = Number(query.get('n'));
    return path === '/s' ? '' : app(mem.n);
  },
};
