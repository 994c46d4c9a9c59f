/**
 * Forms as shops write them: a language, a framework's markup, a way to show errors and the harmless things around. Made
 * from what storefronts do, not from what the reader looks for. Seeded: the same number makes the same form.
 */
const randomOf = (seed: number) => {
  let state = seed * 2654435769;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  return { next, pick, chance: (share: number) => next() < share };
};
type Random = ReturnType<typeof randomOf>;

interface Language {
  readonly labels: readonly string[];
  /** About one field; `{}` is its label. */
  readonly messages: readonly string[];
  readonly naming: readonly string[];
  readonly head: string;
  readonly fine: readonly string[];
  readonly hints: readonly string[];
  readonly legend: string;
  readonly added: string;
  readonly checking: string;
  readonly stock: string;
}
const NAMES = ['email', 'first_name', 'last_name', 'street', 'city', 'postcode', 'phone'];

// biome-ignore format: one language a paragraph
const LANGUAGES: Readonly<Record<string, Language>> = {
  en: { labels: ['Email address', 'First name', 'Last name', 'Street address', 'City', 'ZIP code', 'Phone'],
    messages: ['{} is required', 'Please enter your {}', 'Enter a valid {}', "That doesn't look right", "This can't be left blank", 'We could not find that {}', 'Too short', 'You must fill this in', 'Invalid format'],
    naming: ['{} is a required field.', 'Please check: {}', 'Enter a valid {}'], head: 'There is a problem', fine: ['Looks good', '✓ Great', 'Address verified'],
    hints: ['We only use this for questions about your delivery', 'For example 12345', 'As on your bank card'], legend: '* Required fields', added: 'Added to cart', checking: 'Checking availability…', stock: 'Only 2 left in stock' },
  de: { labels: ['E-Mail-Adresse', 'Vorname', 'Nachname', 'Straße und Hausnummer', 'Ort', 'Postleitzahl', 'Telefon'],
    messages: ['Bitte {} eingeben', 'Pflichtfeld', 'Diese Angabe ist ungültig', 'Das Feld darf nicht leer sein', 'Bitte geben Sie Ihre {} an', 'Zu kurz', 'Keine gültige Eingabe', 'Eingabe fehlt'],
    naming: ['{} fehlt oder ist falsch.', 'Bitte prüfen: {}', '{} ist ein Pflichtfeld'], head: 'Bitte korrigieren Sie Ihre Angaben', fine: ['Sieht gut aus', '✓ Super', 'Adresse bestätigt'],
    hints: ['Nur für Rückfragen zur Lieferung', 'Zum Beispiel 12345', 'Wie auf der Karte'], legend: '* Pflichtfelder', added: 'Zum Warenkorb hinzugefügt', checking: 'Wird geprüft…', stock: 'Nur noch 2 auf Lager' },
  fr: { labels: ['Adresse e-mail', 'Prénom', 'Nom', 'Rue et numéro', 'Ville', 'Code postal', 'Téléphone'],
    messages: ['Ce champ est obligatoire', 'Veuillez saisir votre {}', "Ce format n'est pas valide", 'Merci de renseigner ce champ', 'Saisie incorrecte', 'Format invalide', '{} requis'],
    naming: ['Le champ {} est obligatoire.', 'Veuillez vérifier : {}', '{} : valeur non valide'], head: 'Des erreurs sont à corriger', fine: ['Parfait', '✓ Très bien', 'Adresse vérifiée'],
    hints: ['Uniquement pour la livraison', 'Par exemple 75011', 'Comme sur votre carte'], legend: '* Champs obligatoires', added: 'Ajouté au panier', checking: 'Vérification…', stock: 'Plus que 2 en stock' },
  es: { labels: ['Correo electrónico', 'Nombre', 'Apellidos', 'Dirección', 'Ciudad', 'Código postal', 'Teléfono'],
    messages: ['Este campo es obligatorio', 'Introduce tu {}', 'Formato no válido', 'Por favor, rellena este campo', 'Debes indicar {}', 'El valor es incorrecto', 'Falta este dato'],
    naming: ['{}: campo obligatorio', 'Por favor, revisa {}', '{} no es válido'], head: 'Hay errores en el formulario', fine: ['Perfecto', '✓ Muy bien', 'Dirección verificada'],
    hints: ['Solo para la entrega', 'Por ejemplo 28001', 'Como en tu tarjeta'], legend: '* Campos obligatorios', added: 'Añadido al carrito', checking: 'Comprobando…', stock: 'Quedan 2 unidades' },
  it: { labels: ['Indirizzo e-mail', 'Nome', 'Cognome', 'Via e numero civico', 'Città', 'CAP', 'Telefono'],
    messages: ['Campo obbligatorio', 'Inserisci {}', 'Il formato non è valido', 'Questo campo è richiesto', 'Dato mancante', 'Il valore deve essere corretto'],
    naming: ['{} è obbligatorio', 'Controlla: {} non valido', 'Inserisci {}'], head: 'Si sono verificati errori', fine: ['Perfetto', '✓ Ottimo', 'Indirizzo verificato'],
    hints: ['Solo per la consegna', 'Ad esempio 20121', 'Come sulla carta'], legend: '* Campi obbligatori', added: 'Aggiunto al carrello', checking: 'Verifica in corso…', stock: 'Ultimi 2 pezzi' },
  pt: { labels: ['E-mail', 'Nome', 'Sobrenome', 'Endereço', 'Cidade', 'CEP', 'Telefone'],
    messages: ['Campo obrigatório', 'Informe seu {}', 'Formato inválido', 'Preencha este campo', 'Por favor, verifique este dado', 'Não encontramos este {}', 'Digite um valor correto'],
    naming: ['{} é obrigatório', 'Preencha o campo {}', '{} inválido'], head: 'Corrija os erros', fine: ['Perfeito', '✓ Ótimo', 'Endereço confirmado'],
    hints: ['Apenas para a entrega', 'Por exemplo 01310-000', 'Como no cartão'], legend: '* Campos obrigatórios', added: 'Adicionado ao carrinho', checking: 'Verificando…', stock: 'Restam 2 unidades' },
  nl: { labels: ['E-mailadres', 'Voornaam', 'Achternaam', 'Straat en huisnummer', 'Plaats', 'Postcode', 'Telefoonnummer'],
    messages: ['Dit veld is verplicht', 'Vul je {} in', 'Ongeldige invoer', 'Dit lijkt niet te kloppen', 'Voer een geldige waarde in', '{} ontbreekt'],
    naming: ['{} is verplicht', 'Controleer {}: ongeldig', 'Vul {} in'], head: 'Er ging iets mis', fine: ['Ziet er goed uit', '✓ Prima', 'Adres bevestigd'],
    hints: ['Alleen voor de bezorging', 'Bijvoorbeeld 1012 AB', 'Zoals op je kaart'], legend: '* Verplichte velden', added: 'Toegevoegd aan winkelwagen', checking: 'Bezig met controleren…', stock: 'Nog 2 op voorraad' },
  ja: { labels: ['メールアドレス', '名', '姓', '番地', '市区町村', '郵便番号', '電話番号'],
    messages: ['必須項目です', '{}を入力してください', '正しい形式で入力してください', '{}が正しくありません', '入力内容に誤りがあります', '{}が入力されていません'],
    naming: ['{}を入力してください。', '{}が正しくありません。'], head: '入力内容をご確認ください', fine: ['✓ OK', '確認済み', '使用できます'],
    hints: ['配送の連絡にのみ使用します', '例：100-0001', 'ハイフンなしで入力'], legend: '※は必須項目です', added: 'カートに追加しました', checking: '確認中…', stock: '残り2点' },
  ko: { labels: ['이메일', '이름', '성', '도로명 주소', '도시', '우편번호', '휴대전화'],
    messages: ['필수 입력 항목입니다', '{}을(를) 입력해 주세요', '올바른 형식이 아닙니다', '형식이 올바르지 않습니다', '다시 확인해 주세요', '유효하지 않은 값입니다'],
    naming: ['{}을(를) 입력해 주세요.', '{} 형식이 올바르지 않습니다.'], head: '입력 내용을 확인하세요', fine: ['✓ 좋아요', '확인되었습니다', '사용 가능'],
    hints: ['배송 안내에만 사용', '예: 04524', '카드와 동일하게'], legend: '* 필수 항목', added: '장바구니에 추가되었습니다', checking: '확인 중…', stock: '재고 2개' },
  zh: { labels: ['电子邮箱', '名字', '姓氏', '街道地址', '城市', '邮政编码', '手机号码'],
    messages: ['此项为必填项', '请输入{}', '{}格式不正确', '请填写正确的{}', '不能为空', '{}无效'],
    naming: ['请填写{}。', '{}格式有误。'], head: '请检查以下内容', fine: ['✓ 很好', '地址已验证', '可以使用'],
    hints: ['仅用于配送联系', '例如 100000', '与银行卡一致'], legend: '* 为必填项', added: '已加入购物车', checking: '检查中…', stock: '仅剩 2 件' },
  'zh-Hant': { labels: ['電子郵件', '名字', '姓氏', '街道地址', '城市', '郵遞區號', '手機號碼'],
    messages: ['此欄位為必填', '請輸入{}', '{}格式不正確', '請填寫正確的{}', '不能為空白', '{}無效'],
    naming: ['請填寫{}。', '{}格式有誤。'], head: '請檢查以下內容', fine: ['✓ 很好', '地址已驗證', '可以使用'],
    hints: ['僅用於配送聯繫', '例如 100', '與信用卡一致'], legend: '* 為必填', added: '已加入購物車', checking: '檢查中…', stock: '僅剩 2 件' },
};

/** How an error shows, by what a shopper or an assistive tool would find. */
const WAYS = [
  'aria-described',
  'aria-errormessage',
  'aria-wrapper',
  'class-control',
  'class-wrapper',
  'class-module',
  'feedback-element',
  'text-plain',
  'text-red',
  'text-alert',
  'text-unhidden',
  'text-unfolded',
  'text-above',
  'pseudo',
  'tooltip',
  'data-attribute',
  'host-attribute',
  'red-only',
  'summary-links',
  'summary-labels',
  'toast',
  'reload-aria',
  'reload-wrapper',
  'reload-text',
  'reload-summary',
] as const;
type Way = (typeof WAYS)[number];
const LAYOUTS = [
  'div',
  'bootstrap',
  'woo',
  'flat',
  'table',
  'dl',
  'tailwind',
  'mui',
  'magento',
  'angular',
  'bigcommerce',
  'shadow',
  'nested',
] as const;

export interface FieldForm {
  readonly seed: number;
  readonly language: string;
  readonly layout: string;
  readonly way: Way;
  readonly decoys: readonly string[];
  /** `reload` has no before; `morph` keeps elements, `replace` makes them all anew. */
  readonly mode: 'morph' | 'replace' | 'reload';
  readonly before: string;
  readonly after: string;
  readonly fields: readonly string[];
  readonly wrong: readonly string[];
  readonly focus: string;
  readonly delay: number;
}

interface Trouble {
  readonly message: string;
  /** Drawn once for a form: all of its fields show alike. */
  readonly mark: string;
  readonly tag: string;
}
interface Part {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly note: string;
}

const MARKS: Partial<Record<Way, readonly string[]>> = {
  'class-control': [
    'is-invalid',
    'error',
    'input--error',
    'mage-error',
    'Mui-error',
    'ant-input-status-error',
    'parsley-error',
    'wpcf7-not-valid',
    'is-danger',
    'hasError',
    'input-validation-error',
  ],
  'class-wrapper': [
    'has-error',
    'form-field--error',
    'woocommerce-invalid',
    'ant-form-item-has-error',
    'v-input--error',
    '_error',
    'field-error',
    'FieldInvalid',
    'is-error',
  ],
  'class-module': [
    'Field_error__x3f9a',
    'css-1abc-error',
    'styles-module__invalid--2kQx1',
    'TextField_hasError__Zq81b',
  ],
  'feedback-element': [
    'invalid-feedback',
    'field-error',
    'mage-error',
    'help is-danger',
    'form__message form__message--error',
    'checkout-inline-error-message',
    'ErrorMessage_root__9fK2a',
    'parsley-errors-list',
    'text-destructive text-sm',
  ],
  'aria-wrapper': ['aria-invalid="true"'],
  'data-attribute': [
    'data-invalid',
    'data-invalid="true"',
    'data-error="true"',
    'data-status="error"',
    'data-state="invalid"',
    'data-valid="false"',
    'data-has-error',
  ],
  'host-attribute': ['invalid', 'error', 'has-error="true"', 'data-user-invalid'],
  tooltip: ['title', 'data-error', 'data-tooltip'],
  'text-red': [
    'style="color:#d32f2f"',
    'style="color:rgb(220 38 38)"',
    'style="color:oklch(0.577 0.245 27.325)"',
    'style="color:crimson"',
    'class="t-9x"',
  ],
  'text-alert': ['role="alert"', 'aria-live="assertive"'],
};
const REDDISH = ['#d32f2f', '#dc2626', '#b00020', '#e02b27', 'oklch(0.577 0.245 27.325)'];

const styles = (random: Random) => `<style>
.pre{display:none}.pre.on{display:block}.fold{overflow:hidden;max-height:0}.fold.on{max-height:none}.t-9x{color:#c00}
.zz::after{content:attr(data-say);color:${random.pick(REDDISH)};display:block}.req::after{content:"*";color:red}
.qk{border:1px solid ${random.pick(REDDISH)}}.qk-l{color:${random.pick(REDDISH)}}input{border:1px solid #999;color:#222}
.ok{color:#198754}.muted{color:#667}</style>`;

const field = (
  part: Part,
  layout: string,
  way: Way,
  trouble: Trouble | null,
  random: { tails: string; required: boolean },
) => {
  const { name, id, label, hint, note } = part;
  const on = trouble !== null;
  const say = trouble?.message ?? '';
  const mark = trouble?.mark ?? '';
  const is = (...ways: Way[]) => on && ways.includes(way);
  const control: string[] = [];
  const wrap: string[] = [];
  const labels: string[] = [];
  let attributes = '';
  let outer = '';
  let after = '';
  let above = '';
  const tag = trouble?.tag ?? 'div';
  if (is('aria-described', 'reload-aria')) {
    attributes += ` aria-invalid="true" aria-describedby="${id}-e"`;
    after = `<${tag} id="${id}-e">${say}</${tag}>`;
  }
  if (is('aria-errormessage')) {
    attributes += ` aria-errormessage="${id}-e"`;
    after = `<${tag} id="${id}-e" class="t-9x">${say}</${tag}>`;
  }
  if (is('aria-wrapper')) outer += ` ${mark}`;
  if (is('class-control')) control.push(mark);
  if (is('class-wrapper', 'class-module', 'reload-wrapper')) wrap.push(mark);
  if (way === 'feedback-element')
    after = on
      ? `<${tag} class="${mark}">${say}</${tag}>`
      : layout === 'bootstrap'
        ? '<div class="invalid-feedback"></div>'
        : '';
  if (is('text-plain')) after = `<${tag}>${say}</${tag}>`;
  if (is('text-red')) after = `<${tag} ${mark}>${say}</${tag}>`;
  if (is('text-above')) above = `<${tag} class="t-9x">${say}</${tag}>`;
  if (is('reload-text')) after = `<${tag} class="${mark}" style="color:#c00">${say}</${tag}>`;
  if (is('text-alert')) after = `<${tag} ${mark}>${say}</${tag}>`;
  if (way === 'text-unhidden') after = `<p class="pre${on ? ' on' : ''}">${say || 'Error'}</p>`;
  if (way === 'text-unfolded') after = `<div class="fold${on ? ' on' : ''}"><p>${say || random.tails}</p></div>`;
  if (is('pseudo')) {
    wrap.push('zz');
    outer += ` data-say="${say}"`;
  }
  if (is('tooltip')) {
    if (mark === 'title') attributes += ` title="${say}"`;
    else outer += ` ${mark}="${say}"`;
  }
  if (is('data-attribute')) {
    if (layout === 'div') attributes += ` ${mark}`;
    else outer += ` ${mark}`;
  }
  if (is('red-only')) {
    control.push('qk');
    labels.push('qk-l');
  }
  const tail = `${after}${hint ? `<small class="muted">${hint}</small>` : ''}${note}`;
  const extra = random.required ? ' required' : '';
  const input = (classes = '', more = '') =>
    `<input id="${id}" name="${name}" class="${[classes, ...control].join(' ').trim()}"${attributes}${extra}${more}>`;
  const caption = (classes = '') =>
    `<label for="${id}" class="${[classes, ...labels].join(' ').trim()}">${label}</label>`;
  const box = (classes: string, inner: string, element = 'div') =>
    `<${element} class="${[classes, ...wrap].join(' ').trim()}"${outer}>${inner}</${element}>`;
  switch (layout) {
    case 'bootstrap':
      return box('mb-3 form-group', `${caption('form-label req')}${above}${input('form-control')}${tail}`);
    case 'woo':
      return box(
        'form-row form-row-wide',
        `${caption()}<span class="woocommerce-input-wrapper">${above}${input('input-text')}</span>${tail}`,
        tag === 'span' ? 'p' : 'div',
      );
    case 'flat':
      return /wrapper|module|pseudo|data-attr|tooltip|reload-w/.test(way)
        ? box('', `${caption()}${input()}${tail}`)
        : `${caption()}${above}${input()}${tail}<br>`;
    case 'table':
      return `<tr class="${wrap.join(' ')}"${outer}><th>${caption()}</th><td>${above}${input()}${tail}</td></tr>`;
    case 'dl':
      return box('', `<dt>${caption('req')}</dt><dd>${above}<div>${input()}</div>${tail}</dd>`, 'dl');
    case 'tailwind':
      return box(
        'grid gap-2 group data-[invalid=true]:text-destructive',
        `${caption('text-sm peer-invalid:text-red-500')}${above}<div class="relative">${input('h-9 border aria-invalid:ring-destructive/20 aria-invalid:border-destructive', ' data-slot="input"')}</div>${tail}`,
      );
    case 'mui':
      return box(
        'MuiFormControl-root',
        `${caption('MuiInputLabel-root')}${above}<div class="MuiInputBase-root">${input('MuiInputBase-input')}<fieldset aria-hidden="true"><legend><span>${label}</span></legend></fieldset></div>${tail}`,
      );
    case 'magento':
      return box(
        'field required',
        `${caption('label')}<div class="control">${above}${input('input-text')}${tail}</div>`,
      );
    case 'angular':
      return box('form-item', `${caption()}${above}${input('ng-untouched ng-pristine ng-invalid')}${tail}`);
    case 'bigcommerce':
      return box('form-field', `${caption('form-label')}${above}${input('form-input', ' aria-live="polite"')}${tail}`);
    case 'shadow':
      return `<shop-field${is('host-attribute') ? ` ${mark}` : ''}><template shadowrootmode="open">${styles(randomOf(7))}${box('row', `${caption()}${above}${input()}${tail}`)}</template></shop-field>`;
    case 'nested':
      return `<shop-row><template shadowrootmode="open"><shop-field label="${label}" name="${name}"${is('host-attribute') ? ` ${mark}` : ''}><template shadowrootmode="open">${styles(randomOf(7))}${box('row', `${caption()}${above}<input id="input" class="${control.join(' ')}"${attributes.replaceAll(`${id}-e`, 'e')}>${tail.replaceAll(`${id}-e`, 'e')}`).replaceAll(`for="${id}"`, 'for="input"')}</template></shop-field></template></shop-row>`;
    default:
      return box('field', `${caption()}${above}${input()}${tail}`);
  }
};

export const fieldForm = (seed: number): FieldForm => {
  const random = randomOf(seed);
  const { pick, chance, next } = random;
  const language = pick(Object.keys(LANGUAGES));
  const words = LANGUAGES[language] as Language;
  const way = WAYS[seed % WAYS.length] as Way;
  let layout: string = pick(LAYOUTS);
  if (way === 'host-attribute') layout = pick(['shadow', 'nested']);
  const count = 3 + Math.floor(next() * 4);
  const fields = NAMES.slice(0, count);
  const k = chance(0.12) ? 0 : 1 + Math.floor(next() * Math.min(3, count - 1));
  const wrong = [...fields].sort(() => next() - 0.5).slice(0, k);
  const mark = pick(
    MARKS[way === 'reload-wrapper' ? 'class-wrapper' : way === 'reload-text' ? 'feedback-element' : way] ?? [''],
  );
  const tag = pick(['div', 'p', 'span']);
  const template = pick(words.messages);
  const one = chance(0.5);
  const prefix = pick(['', 'billing_', 'checkout-', 'f_']);
  const generated = chance(0.25);
  const mode = way.startsWith('reload') ? 'reload' : chance(0.6) ? 'morph' : 'replace';
  const required = chance(0.4);
  const decoys: string[] = [];
  const have = (name: string, share: number) => {
    const yes = chance(share);
    if (yes) decoys.push(name);
    return yes;
  };
  const withHints = have('hints', 0.4);
  const fine = have('success on the others', 0.3) && pick(['text', 'class', 'both']);
  const counter = have('counter', 0.3);
  const focusHint = have('hint on focus', 0.25);
  const suggestions = have('suggestions', 0.2);
  const loading = have('loading', 0.15);
  const polite = have('estimate after change', 0.15);
  const focus = pick(fields);
  const after = (attempted: boolean) => {
    const trouble = (name: string): Trouble | null => {
      if (!attempted || !wrong.includes(name)) return null;
      const label = words.labels[NAMES.indexOf(name)] as string;
      return { message: (one ? template : pick(words.messages)).replace('{}', label), mark, tag };
    };
    const parts = fields.map((name) => {
      const id = generated
        ? `:r${(attempted && mode === 'replace' ? 40 : 0) + fields.indexOf(name)}:`
        : `${prefix}${name}`;
      let note = '';
      if (fine && attempted && !wrong.includes(name))
        note +=
          fine === 'class'
            ? '<i class="is-valid form-field--success"></i>'
            : `<div class="${fine === 'both' ? 'valid-feedback' : 'ok'}">${pick(words.fine)}</div>`;
      if (counter && name === 'street') note += `<span aria-live="polite">${attempted ? 12 : 0}/80</span>`;
      if (focusHint && attempted && name === focus && !wrong.includes(name)) note += `<div>${pick(words.hints)}</div>`;
      if (suggestions && attempted && name === 'street' && !wrong.includes(name))
        note +=
          '<ul class="suggestions" role="listbox"><li role="option">1 Main Street, No Mans Land</li><li role="option">2 Error Road</li></ul>';
      if (loading && attempted && name === 'email' && !wrong.includes(name)) note += `<span>${words.checking}</span>`;
      if (polite && attempted && name === 'postcode' && !wrong.includes(name))
        note += '<span>26.11. – 28.11. · 4,90 €</span>';
      const label = words.labels[NAMES.indexOf(name)] as string;
      return field(
        {
          name: `${prefix}${name}`,
          id,
          label,
          hint: withHints && name !== 'email' ? (words.hints[fields.indexOf(name) % 3] as string) : '',
          note,
        },
        layout,
        way,
        trouble(name),
        { tails: words.messages[0]?.replace('{}', label) ?? '', required },
      );
    });
    const labelOf = (name: string) => words.labels[NAMES.indexOf(name)] as string;
    const naming = pick(words.naming);
    const idOf = (name: string) => `${prefix}${name}`;
    const shown = attempted && wrong.length > 0;
    let summary = '';
    if (shown && (way === 'summary-links' || way === 'reload-summary'))
      summary = `<div class="${pick(['error-summary', 'alert alert-danger', 'woocommerce-error'])}" role="alert"><h2>${words.head}</h2><ul>${wrong
        .map((name) =>
          (layout === 'flat' || layout === 'div' || layout === 'woo') && !generated
            ? `<li><a href="#${idOf(name)}">${naming.replace('{}', labelOf(name))}</a></li>`
            : `<li>${naming.replace('{}', labelOf(name))}</li>`,
        )
        .join('')}</ul></div>`;
    if (shown && way === 'summary-labels')
      summary = `<div ${pick(['class="messages"', 'role="alert"', 'class="notice-error"', ''])}>${wrong.map((name) => `<p>${naming.replace('{}', `<strong>${labelOf(name)}</strong>`)}</p>`).join('')}</div>`;
    let inner = parts.join('\n');
    if (layout === 'table') inner = `<table><tbody>${inner}</tbody></table>`;
    const button = '<button>OK</button>';
    return {
      inner: `${words.legend ? `<p class="legend">${words.legend}</p>` : ''}${summary}${inner}${button}`,
      naming,
      shown,
    };
  };
  const noForm = chance(0.2);
  const site = (attempted: boolean) => {
    const { inner, naming, shown } = after(attempted);
    const form = noForm ? `<div class="checkout">${inner}</div>` : `<form novalidate action="/x">${inner}</form>`;
    let page = `<header><div role="search"><input type="search" name="q" aria-label="Search">${attempted ? '<div>No results found</div>' : ''}</div></header>`;
    page += '<div id="messages" role="alert"></div><div class="error-message" hidden>Error</div>';
    page += form;
    page += `<div class="product"><span class="stock">${attempted ? words.stock : ''}</span></div>`;
    if (shown && way === 'toast')
      page += `<div class="${pick(['toast', 'Toastify__toast', 'notification'])}" ${pick(['role="alert"', 'role="status"', ''])}>${wrong.map((name) => naming.replace('{}', words.labels[NAMES.indexOf(name)] as string)).join(' ')}</div>`;
    if (decoys.includes('toast added') && attempted) page += `<div class="toast" role="alert">${words.added}</div>`;
    if (decoys.includes('info alert') && attempted)
      page += `<article class="alert alert-info" role="alert">${words.hints[0]}</article>`;
    if (decoys.includes('cookies') && attempted)
      page +=
        '<div id="cookie-banner" role="dialog"><p>Required cookies must stay on. Please select.</p><label><input type="checkbox" name="marketing"> Marketing</label></div>';
    if (decoys.includes('chat') && attempted)
      page +=
        '<div class="chat-widget"><p>Please enter your Email address to chat</p><textarea name="msg"></textarea></div>';
    if (decoys.includes('route announcer') && attempted)
      page += '<p aria-live="assertive" id="__next-route-announcer__" role="alert">Checkout error page</p>';
    return `${styles(randomOf(seed))}${page}`;
  };
  for (const [name, share] of [
    ['toast added', 0.25],
    ['info alert', 0.25],
    ['cookies', 0.2],
    ['chat', 0.2],
    ['route announcer', 0.15],
  ] as const)
    have(name, share);
  return {
    seed,
    language,
    layout: noForm ? `${layout} (no form)` : layout,
    way,
    decoys,
    mode,
    before: site(false),
    after: site(true),
    fields: fields.map((name) => `${prefix}${name}`),
    wrong: wrong.map((name) => `${prefix}${name}`).sort(),
    focus: `${prefix}${focus}`,
    delay: Math.floor(next() * 800),
  };
};
