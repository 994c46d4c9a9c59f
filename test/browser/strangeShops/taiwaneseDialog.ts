import { type Asked, isWrong, type StrangeShop, TAG } from './strangeShop';

/** Server-rendered; a badge that is gone when empty; returns in a native dialog; a wrapper that says is-error. */
const frame = ({ mem }: Asked, title: string, body: string) => `<html lang="zh-TW"><head><title>${title}</title>${TAG}
<style>body{font:15px sans-serif;margin:0} .nav{display:flex;gap:20px;padding:10px} .is-error input{border:1px solid #d9363e} .is-error small{color:#d9363e}</style></head>
<body><div class="nav"><a href="/">山茶書店</a><a href="/list/2">文學</a><a href="/my">會員中心</a><a href="/step/1" data-t="c">購物車${mem.n ? ` <i class="pill">${mem.n}</i>` : ''}</a></div>${body}
<p class="foot"><a href="/doc/1">關於我們</a> <a href="/doc/2">退換貨</a></p></body></html>`;

const dialog = `<button type="button" data-t="t" onclick="dlg.showModal()">退換貨說明</button><dialog id="dlg"><h2>退換貨說明</h2><p>收到商品後七天內可申請退貨，請保持書籍全新並附上發票。逾期恕不受理，已拆封的光碟除外。</p>
<p>客服確認後會安排宅配人員到府收件，退款將於五個工作天內退回原信用卡帳戶。</p><button type="button" data-t="x" onclick="dlg.close()">知道了</button></dialog>`;

const ROWS = [
  ['mail', '電子郵件', 'f2'],
  ['who', '收件人姓名', 'f3'],
  ['phone', '手機號碼', 'f1'],
] as const;

export const taiwaneseDialog: StrangeShop = {
  name: 'Traditional Chinese: badge gone when empty, returns in a native dialog, is-error around the field from the server',
  product: '/book/9981',
  terms: { from: 'cart', topic: 'returns' },
  field: 'phone',
  others: 2,
  order: 'B1124007',
  serve(asked) {
    const { path, form, mem } = asked;
    if (path === '/book/9981') {
      if (!form)
        return frame(
          asked,
          '島嶼的四季 - 山茶書店',
          `<h1>島嶼的四季</h1><div id="im">封面</div><button type="button" data-t="n" onclick="im.textContent+='・'">下一頁</button><p data-t="d">作者花了十年走遍島上的山與海，寫下四十篇關於季節的散文，並附手繪地圖。</p><p>NT$420</p>
<form method="post"><button type="button" data-t="m" onclick="q.value--">－</button><input id="q" name="q" value="1" size="2"><button type="button" data-t="p" onclick="q.value++">＋</button><button data-t="a">放入購物車</button></form>`,
        );
      mem.n += Number(form.get('q'));
      return { to: path };
    }
    if (path === '/step/1') {
      if (form) mem.n = 0;
      return frame(
        asked,
        '購物車 - 山茶書店',
        `<h1>購物車</h1>${mem.n ? `<form method="post">島嶼的四季 ${mem.n} 本 <button data-t="r">刪除</button></form><p>總計 NT$${mem.n * 420}</p><a href="/step/2" data-t="k">前往結帳</a>` : '<p>購物車內沒有商品</p>'} ${dialog}`,
      );
    }
    if (path === '/step/2') {
      if (form && !isWrong(form.get('phone'))) {
        mem.n = 0;
        return { to: '/step/3' };
      }
      return frame(
        asked,
        '結帳 - 山茶書店',
        `<h1>填寫訂購資料</h1><form method="post">${ROWS.map(
          ([name, label, t]) =>
            `<div class="row${form && name === 'phone' ? ' is-error' : ''}"><label for="${name}">${label}</label><input id="${name}" name="${name}" data-t="${t}">${form && name === 'phone' ? '<small>請輸入十位數的手機號碼</small>' : ''}</div>`,
        ).join('')}<button data-t="s">送出訂單</button></form>`,
      );
    }
    if (path === '/step/3')
      return frame(asked, '山茶書店', '<h1>訂購成功，感謝您的訂購</h1><p>訂單編號 <b>B1124007</b></p>');
    return frame(asked, '山茶書店', '<h1>好書每一天</h1>');
  },
};
