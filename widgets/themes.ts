/**
 * The ready themes, beneath the shop's own `--waver-…`: paper is what `style.ts` falls back to, ink is dark, outline is
 * flat, square and bordered on either.
 */
export const themes = `
:host([data-theme~=ink]){color-scheme:dark!important;--_surface:#171b21;--_text:#eef1f5;--_line:rgba(238,241,245,.22);--_tint:#a9c6ea;--_shade:0 16px 48px rgba(0,0,0,.6)}
:host([data-theme~=outline]){--_corner:0px;--_line:var(--waver-text,var(--_text,#1d2530));--_shade:none}
`;
