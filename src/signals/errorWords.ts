/**
 * How shops say that something is wrong: the words of ten languages, and of their style sheets. Texts come folded (lower
 * case, no accents). Words only ever add to other signs: alone, "required" is what half of all labels say.
 */
export const fold = (text: string) =>
  (/[^\0-\x7f]/.test(text)
    ? // Back together after the accents are off, or Hangul would stay in pieces.
      text
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
    : text
  )
    .toLowerCase()
    .replace(/[\d\s]+/g, ' ')
    .trim();

/** What a hint does not say. */
const HARD =
  /inval|incorre|\brequired|mandatory|missing|error|wrong|not valid|be (left )?(blank|empty)|\b(too|zu|trop|te|troppo|demasiado|muito) (short|long|many|kurz|lang|court|kort|cort|cur|larg|lung)|너무|太[短长長]|すぎ|\bfail|n[o'’]t (be )?(found|recogni|match|exist|process)|expir|declin|reject|ungultig|\bfehl|falsch|erforderlich|pflicht|abgelehnt|nicht (gultig|korrekt|gefunden|akzept)|oblig|obrigat|obbligat|\brequis|requer|erreur|erron|manqu|(non|pas|no|nao)( es| e)? (valid|reconn|riconos)|refus|rechaz|errat|\brichiest[oi]|rifiut|mancant|falta|ongeldig|verplicht|\bfout|onjuist|vereist|ontbreek|必須|無効|エラー|不正|誤り|未入力|未選択|필수|유효하지|잘못|오류|올바르지|아닙니다|必填|必须|无效|無效|错误|錯誤|有误|有誤|为空|為空|失败|失敗/;
/** What errors say, and hints too: it takes a text that was not there before. */
const SOFT =
  /please|must|\bneed|allowed|can.?t\b|cannot|n[’']t\b|\bnot\b|\bno (es|se|ha|hemos|pued|coinc|exist|such|match)|unable|sorry|oops|\b(enter|select|choose|provide|check)\b|bitte|muss|nicht|\bkein|leider|\bdarf|veuillez|merci de|\bdoit|\bpas\b|aucun|impossible|\bsaisi|\bchoisi|favor|\bdeb[ea]|introdu|selec?cion|ingres|\beli[gj]|completa|inseri|selezion|scegli|\bdeve|compila|\bnon\b|preench|informe\b|digite|escolh|\bnao\b|\bvul\b|\bkies|\bcontrol(la|eer)|corri[gj]|corregg|\bmoet|\bniet|\bgeen|\bvoer|ください|下さい|ません|ない|세요|십시오|만 입력|않|없|[请請不未没沒]|[只仅僅][可能]|[最至][多少]/;
const FINE =
  /[✓✔☑✅]|looks good|success|\badded|saved|applied|thank|verified|hinzugefugt|gespeichert|erfolgreich|danke|ajoute|enregistre|merci\b(?! de)|anadid|guardad|gracias|aplicad|aggiunt|salvat|grazie|adicionad|obrigad[oa]|toegevoegd|opgeslagen|bedankt|追加|保存しました|ありがと|추가|저장|감사|已/;
/** About the form as a whole. */
const GENERAL =
  /\b(fields|below|above|form|errors|highlighted|felder|formular|champs|campos|campi|velden)\b|以下|上記|아래|表单|表單/;

const PAYING =
  /\bpay|\bcards?\b|transaction|zahlung|karte|paiement|\bcarte|\bpago|tarjeta|pagament|\bcarta\b|cartao|betaling|kaart|支払|決済|カード|결제|카드|支付|付款|信用卡|银行卡|扣款/;
const PAY_FAILED =
  /declin|\bfail|reject|refus|denied|unsuccessful|(not|n[’']t|unable to).{0,24}(process|complet|authori|charge|accept|go through|approv|take)|abgelehnt|fehlgeschlagen|gescheitert|verweigert|nicht.{0,40}(durch|verarbeit|abgeschlossen|belast|autoris|akzept|erfolg)|echou|echec|pas (pu|ete|abouti)|rechaz|fallid|fallado|denegad|no (se|ha|fue|pud)|rifiut|fallit|non.{0,9}(riuscit|andat|possibil|autorizz)|recusad|negad|falh|nao (foi|pode)|geweigerd|mislukt|afgewezen|niet.{0,30}(verwerk|gelukt|geaccept|voltooi)|失[敗败]|拒|(でき|承認され)(ません|なかった)|エラー|실패|거절|거부|오류|승인되지|되지 않|할 수 없|未成功|未能|[无無]法|不成功/;
/** A policy that says what would happen. */
const WOULD =
  /^(if|when|why|what|wenn|falls|sollte|warum|was|si|se|en cas|in caso|caso|cuando|quando|als|indien|pourquoi)\b|^[如若]|場合|경우|[?？]$|\b(may|might|kann|peut)\b/;

export type Saying = 'hard' | 'soft' | 'fine' | '';
export const sayingOf = (text: string): Saying =>
  HARD.test(text) && !/[✓✔☑✅]/.test(text) ? 'hard' : FINE.test(text) ? 'fine' : SOFT.test(text) ? 'soft' : '';
export const isGeneral = (text: string) => GENERAL.test(text);
export const saysPaymentFailed = (text: string) => text.length < 300 && PAYING.test(text) && PAY_FAILED.test(text);
export const isConditional = (text: string) => WOULD.test(text);

const WRONG = /(^|-)(has|is)?(err(o|ors?|ore|msg|eur)?|invalid|danger|destructive|fehler|fout|not-?valid)(?=-|$)/;
const NOT_WRONG = /^ng-|(^|-)(no|non|not|without|hide|clear|on|error-free)-(error|invalid)|error-(icon|free)/;
/** Rooms kept for a message that may come. */
const ROOM =
  /(error|invalid)s?-(container|wrap|holder|slot|area|target|placeholder|messages?$|text$|summary|list|feedback)/;
const GOOD =
  /(^|-)(success|valid|ok|info|notice|counter|count|strength|meter|suggestions?|autocomplete|loading|spinner|progress)(?=-|$)/;

/** `Field_error__x3f9a`, `hasError`, `form-field--error`: one word each. Variants (`aria-invalid:ring`) are only rules. */
const words = (token: string) =>
  /[:[]/.test(token)
    ? ''
    : token
        .replace(/([a-z])(?=[A-Z])/g, '$1-')
        .replace(/_+|-+/g, '-')
        .toLowerCase();
const tokensOf = (element: Element) => (element.getAttribute('class') ?? '').split(/\s+/).map(words);
const isWrong = (token: string) => WRONG.test(token) && !NOT_WRONG.test(token);

/** Tokens that mark a field, or what is around it, as wrong. */
export const wrongTokens = (element: Element) =>
  tokensOf(element).filter((token) => isWrong(token) && !ROOM.test(token));

/** What its classes say of a message: 1 wrong, -1 all is well, 0 nothing. */
export const toneOf = (element: Element) => {
  const tokens = tokensOf(element);
  return tokens.some(isWrong) ? 1 : tokens.some((token) => GOOD.test(token)) ? -1 : 0;
};
