import { type Asked, isWrong, type StrangeShop, TAG } from './strangeShop';

/** Server-rendered, CGI names, a confirmation between form and order, a red note in the table's cell. */
const yen = (n: number) => `${(n * 2200).toLocaleString('en')}円`;
const frame = ({ mem }: Asked, title: string, body: string) => `<html lang="ja"><head><title>${title}</title>${TAG}
<style>body{font:14px sans-serif;margin:0} .hd{padding:8px;display:flex;gap:20px} .r{color:#e60012}</style></head>
<body><div class="hd"><a href="/">うつわや</a><a href="/mem.cgi">ログイン</a><a href="/kg.cgi" data-t="c">カートを見る${mem.n ? `<span>${mem.n}点</span>` : ''}</a></div>${body}
<div class="ft"><a href="/g/3.html" data-t="t">配送・送料について</a> <a href="/g/9.html">特定商取引法に基づく表記</a></div></body></html>`;

const product = `<h1>青磁の湯呑み</h1><div id="im">写真</div><a href="#" data-t="n" onclick="im.textContent+='・';return false">次へ</a>
<p data-t="d">やわらかな青磁の釉薬をかけた手びねりの湯呑みです。電子レンジでもお使いいただけます。</p><p>2,200円（税込）</p>
<form method="post">数量 <button type="button" data-t="m" onclick="q.value--">−</button><input id="q" name="q" value="1" size="2"><button type="button" data-t="p" onclick="q.value++">＋</button> <button data-t="a">カートに入れる</button></form>`;

const ROWS = [
  ['mail', 'メールアドレス', 'f2'],
  ['name', 'お名前', 'f3'],
  ['zip', '郵便番号', 'f1'],
  ['addr', 'ご住所', 'f4'],
] as const;

export const japaneseServer: StrangeShop = {
  name: 'Japanese: CGI pages, カートを見る 2点, a page to confirm, red notes in table cells',
  product: '/s/0412.html',
  terms: { from: 'cart', topic: 'shipping' },
  field: 'zip',
  others: 3,
  order: 'U-261124-07',
  serve(asked) {
    const { path, form, mem } = asked;
    if (path === '/s/0412.html') {
      if (!form) return frame(asked, '青磁の湯呑み｜うつわや', product);
      mem.n += Number(form.get('q'));
      return { to: '/kg.cgi' };
    }
    if (path === '/kg.cgi') {
      if (form) mem.n = 0;
      return frame(
        asked,
        '買い物かご｜うつわや',
        mem.n
          ? `<h1>お買い物かご</h1><form method="post"><table><tr><td>青磁の湯呑み</td><td>${mem.n}点</td><td>${yen(mem.n)}</td><td><button data-t="r">削除</button></td></tr><tr><td>合計</td><td></td><td>${yen(mem.n)}</td></tr></table></form><a href="/o1.cgi" data-t="k">購入手続きへ</a>`
          : '<h1>お買い物かご</h1><p>商品が入っていません。</p>',
      );
    }
    if (path === '/o1.cgi') {
      if (form && !isWrong(form.get('zip'))) return { to: '/o2.cgi' };
      return frame(
        asked,
        'お客様情報の入力｜うつわや',
        `<h1>ご注文手続き</h1><form method="post"><table>${ROWS.map(
          ([name, label, t]) =>
            `<tr><th>${label}</th><td><input name="${name}" data-t="${t}">${form && name === 'zip' ? '<br><font class="r">※郵便番号が見つかりません</font>' : ''}</td></tr>`,
        ).join('')}</table><button data-t="s">確認画面へ</button></form>`,
      );
    }
    if (path === '/o2.cgi') {
      if (!form)
        return frame(
          asked,
          'ご注文内容の確認｜うつわや',
          `<h1>ご注文内容の確認</h1><p>青磁の湯呑み ${mem.n}点</p><p>お支払い合計 ${yen(mem.n)}</p><form method="post"><button data-t="y">注文する</button></form>`,
        );
      mem.n = 0;
      return { to: '/o3.cgi' };
    }
    if (path === '/o3.cgi')
      return frame(
        asked,
        'うつわや',
        '<h1>ご注文ありがとうございました</h1><p>ご注文番号：U-261124-07</p><p>確認のメールをお送りしました。</p>',
      );
    if (path === '/g/3.html')
      return frame(
        asked,
        'うつわや',
        `<h1>配送・送料について</h1><p>ご注文から三営業日以内に発送いたします。配送はヤマト運輸がうかがい、日時のご指定も承ります。</p>
<p>送料は全国一律七百円、税込一万円以上のお買い上げで当店が負担いたします。北海道と沖縄は千二百円です。</p><p>割れ物のため、ひとつずつ手で包んでお届けします。</p>`,
      );
    return frame(asked, 'うつわや', '<h1>毎日のうつわ</h1>');
  },
};
