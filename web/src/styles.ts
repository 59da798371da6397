// The widget's own style, as a constructed sheet: strict policies allow it.
//
// What is in the frame is cut round by a clip-path: `overflow` with a radius has WebKit paint masks over every layer, three times the time.

export const css = `
:host{position:relative;box-sizing:border-box;contain:layout style;color:var(--ws-ink);font:14px/1.5 var(--who-says-font,inherit)}
:host([hidden]){display:none}
*{box-sizing:border-box}
.frame{position:absolute;inset:0;border:1px solid var(--ws-line);border-radius:var(--who-says-radius,14px);background:var(--ws-panel);
box-shadow:var(--who-says-shadow,0 10px 34px rgba(0,0,0,.1))}
.frame:focus{outline:none}
.frame{-webkit-tap-highlight-color:transparent}
.scroller{position:absolute;inset:0;overflow:hidden auto;touch-action:pan-y pinch-zoom;overscroll-behavior:contain;scrollbar-width:thin;scrollbar-color:var(--ws-soft) transparent;
clip-path:inset(0 round var(--who-says-radius,14px))}
.content{position:relative;min-height:100%}
canvas{position:sticky;top:0;display:block;z-index:0;touch-action:pan-y pinch-zoom}
.outline{position:absolute;inset:0;overflow:hidden;pointer-events:none;z-index:1;color:transparent;forced-color-adjust:none}
.outline :is(section,ul,li,article,div,h1,h2,h3,h4,h5,h6){margin:0;padding:0;border:0;position:static;list-style:none}
.outline :is(p,h1,h2,h3,h4,h5,h6,li,div[role=img],label>span){font-size:1px;line-height:1px}
.outline p,.outline div[role=img],.outline h2,.outline label>span{position:absolute;left:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.outline h2{position:sticky}
.outline :is(h3,p){outline:none}
.outline button{position:absolute;left:0;top:0;width:1px;height:1px;margin:0;padding:0;border:0;background:none;color:transparent;opacity:0;overflow:hidden;
font-size:1px;pointer-events:none;outline:none}
.outline .field{position:absolute;pointer-events:auto;forced-color-adjust:auto}
.outline .field:not(.placed){visibility:hidden}
.outline .field input,.outline .field textarea{display:block;width:100%;height:100%;margin:0;padding:0 12px;border:0;border-radius:8px;background:none;color:var(--ws-ink);
font:inherit;font-size:max(.875rem,11px);letter-spacing:inherit;word-spacing:inherit;outline:none;resize:none;-webkit-appearance:none;appearance:none}
.outline .field label{display:block;width:100%;height:100%}
.outline .field textarea{padding:8px 12px;line-height:1.5}
.outline ::placeholder{color:var(--ws-soft);opacity:1}
:is(.hinted,.text-view) ::placeholder{opacity:0}
:placeholder-shown::-webkit-search-cancel-button{display:none}
.rem{position:absolute;width:1rem;visibility:hidden}
.live{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.offer{position:fixed;inset:auto;margin:0;z-index:2147483647;border:0;border-radius:8px;padding:9px 14px;background:var(--ws-accent);color:var(--ws-on-accent);
font:600 14px/1.45 var(--who-says-font,system-ui,sans-serif);box-shadow:0 4px 18px rgba(0,0,0,.25);cursor:pointer;min-height:36px}
.offer[hidden]{display:none}
.offer:focus-visible,.opener:focus-visible{outline:2px solid var(--ws-accent);outline-offset:2px}
.opener{position:absolute;inset:0 0 auto auto;border:1px solid var(--ws-line);border-radius:99px;padding:9px 16px;background:var(--ws-panel);color:var(--ws-ink);
font:600 14px/1.45 var(--who-says-font,system-ui,sans-serif);cursor:pointer;min-height:40px}
.text-view canvas{display:none}
.text-view .outline{position:static;overflow:clip;color:inherit;forced-color-adjust:auto;pointer-events:auto;padding:18px 20px}
.text-view .outline :is(p,h1,h2,h3,h4,h5,h6,li,label>span,button){position:static;width:auto!important;height:auto!important;clip-path:none!important;font-size:max(.875rem,11px);letter-spacing:inherit;word-spacing:inherit;line-height:1.5;opacity:1;color:inherit;white-space:normal;pointer-events:auto}
.text-view .outline :is(section,article,li){display:block}
.text-view .outline :is(p,ul,h2,h3,li){margin:0 0 8px}
.text-view .outline :is(p,button){max-width:min(100%,31em)}
.text-view .outline h2{font-size:1.25rem;font-weight:600}
.text-view .outline button{font-family:inherit;border:1px solid var(--ws-line);border-radius:8px;padding:6px 12px;margin:0 6px 6px 0;background:var(--ws-card);text-align:start}
.text-view .outline :is([aria-pressed=true],[aria-checked=true],[aria-current=true]){border:2px solid var(--ws-accent);font-weight:600}
.text-view .outline [aria-disabled=true]{opacity:.5}
.text-view .outline li:has(>button:only-child){display:inline}
.text-view .outline :is(ul,[role=radiogroup],[role=img])[aria-label]::before{content:attr(aria-label)/"";display:block;margin:4px 0;color:var(--ws-soft);font-size:max(.875rem,11px);line-height:1.5}
.text-view .outline label>span::after{content:attr(data-hint)/"";display:block;color:var(--ws-soft)}
.text-view .outline [data-id=tools]{position:sticky;bottom:0;z-index:1;max-height:25vh;overflow:auto;margin:0 -20px;padding:8px 20px;border-top:1px solid var(--ws-line);background:var(--ws-panel)}
.text-view .outline [data-id=tools] button{min-height:24px;margin:0 16px 0 0;padding:0;border:0;background:none;color:var(--ws-accent)}
.text-view .scroller{scroll-padding-bottom:25vh}
.text-view .outline [role=img]{position:static;width:auto!important;height:auto!important;clip-path:none;white-space:normal}
.text-view .outline button:focus-visible{outline:2px solid var(--ws-accent);outline-offset:2px}
.text-view .outline .field{position:static;width:auto!important;height:auto!important;visibility:visible}
.text-view .outline .field :is(input,textarea){border:1px solid var(--ws-line);min-height:40px}
@media print{:host{height:auto!important;min-height:0!important;position:static!important;contain:none!important}
.opener,.offer,.frame{display:none!important}}
@media (forced-colors:active){.frame,.opener{border:1px solid}}
`;

/** Tokens of the panel that the DOM parts share; the core has the same in src/ui/theme.cpp. */
export const tokens = {
  light: { ink: '#1b1d22', soft: '#5a606b', line: 'rgba(20,22,28,.13)', panel: '#fbfaf7', card: '#fff', accent: '#1f4e79', onAccent: '#fff' },
  dark: { ink: '#eceae4', soft: '#a3a8b2', line: 'rgba(255,255,255,.16)', panel: '#1b1e23', card: '#22262c', accent: '#8ab8e6', onAccent: '#15171b' },
};
