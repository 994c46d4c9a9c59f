import { CHECK, type StrangeShop, TAG } from './strangeShop';

/** A mobile hash router: "99+" in a tab bar, terms fetched into a popup, fields as cells with a message below. */
const app = (
  n: number,
) => `<html lang="zh-CN"><head><title>茶与器</title><meta name="viewport" content="width=device-width">${TAG}
<style>body{font:14px sans-serif;margin:0;padding-bottom:60px} .bar{position:fixed;bottom:0;left:0;right:0;display:flex;background:#fff} .bar a{flex:1;text-align:center;padding:8px}
.info{background:#ee0a24;color:#fff;border-radius:8px;font-size:10px;padding:0 4px} .popup{position:fixed;inset:15% 5%;background:#fff;z-index:2001;padding:16px;overflow:auto;box-shadow:0 0 0 100vmax #0008}
.cell{padding:10px} .cell__err{color:#ee0a24;font-size:12px}</style></head><body><div id="v"></div>
<div class="bar"><a href="#/"><i></i>首页</a><a href="#/msg"><i></i>消息<span class="info">5</span></a><a href="#/gwc" data-t="c"><i></i>购物车<span id="in"></span></a><a href="#/me"><i></i>我的</a></div><script>{${CHECK}
let n = ${n}; const $ = (s) => document.querySelector(s); const save = () => fetch('/s?n=' + n);
const badge = () => { $('#in').className = n ? 'info' : ''; $('#in').textContent = n > 99 ? '99+' : n || '' };
const cells = [['收货人', 'receiver', 'f2'], ['手机号', 'mobile', 'f1'], ['详细地址', 'address', 'f3']];
const pages = {
  '#/': ['茶与器', () => '<h3>今日推荐</h3>'], '#/goods/88': ['云南滇红', () => '<div id="im">图</div><button data-t="n">下一张</button><h3>云南滇红 整箱</h3><p data-t="d">产自凤庆的大叶种红茶，汤色红亮，滋味醇厚，一箱一百二十小罐，适合办公室。</p><p>¥960.00</p><button data-t="m">-</button><span id="q">1</span><button data-t="p">+</button><button data-t="a">加入购物车</button>'],
  '#/gwc': ['购物车', () => n ? '<div>云南滇红 整箱 ×' + n + ' <button data-t="r">删除</button></div><div>合计：¥960.00 <a href="#/jiesuan" data-t="k">去结算</a></div><div class="cell" data-t="t">配送说明 ›</div>' : '<p>购物车是空的</p><div class="cell" data-t="t">配送说明 ›</div>'],
  '#/jiesuan': ['确认订单', () => cells.map(([label, name, t]) => '<div class="cell"><span>' + label + '</span><input name="' + name + '" data-t="' + t + '"></div>').join('') + '<button data-t="s">提交订单</button>'],
  '#/ok': ['下单成功', () => '<h3>下单成功</h3><p>订单编号：CQ2026112488</p>'],
};
const show = () => { const [title, body] = pages[location.hash] || pages['#/']; document.title = title; $('#v').innerHTML = body() };
addEventListener('hashchange', show);
document.addEventListener('click', async (e) => { const el = e.target.closest('[data-t]'), t = el && el.dataset.t;
  if (t === 'a') { n += 120; badge(); save() }
  if (t === 'p' || t === 'm') $('#q').textContent++;
  if (t === 'n') $('#im').textContent += '图';
  if (t === 'r') { n = 0; badge(); save(); show() }
  if (t === 't') { const d = document.createElement('div'); d.className = 'popup'; document.body.append(d); d.innerHTML = await (await fetch('/txt')).text() }
  if (t === 'x') el.parentNode.remove();
  if (t === 's') { const i = $('[name=mobile]'); const old = i.parentNode.querySelector('.cell__err'); if (old) old.remove();
    setTimeout(() => { if (isWrong(i.value)) { i.insertAdjacentHTML('afterend', '<div class="cell__err">请填写正确的手机号</div>'); return } n = 0; badge(); save().then(() => { location.hash = '#/ok' }) }, 80) }
});
badge(); show();
}</script></body></html>`;

export const chineseHash: StrangeShop = {
  name: 'Chinese: hash router for phones, "99+" beside a count of messages, terms fetched into a popup, no h1 anywhere',
  product: '/#/goods/88',
  terms: { from: 'cart', topic: 'shipping' },
  field: 'mobile',
  others: 2,
  order: 'CQ2026112488',
  counted: 99,
  serve({ path, query, mem }) {
    if (path === '/s') mem.n = Number(query.get('n'));
    if (path === '/txt')
      return '<h4>配送说明</h4><p>工作日下午四点前付款的订单当天从昆明仓库发出，快递一般二到四天送达，新疆和西藏需要七天左右。</p><p>运费每单十元，满两百元由本店承担。签收前请先验货，如有破损请当面拒收并拍照联系我们。</p><button data-t="x">知道了</button>';
    return path === '/s' ? '' : app(mem.n);
  },
};
