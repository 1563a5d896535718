import { drawingVariables } from '../render/adaptable.ts';
import type { FontFile } from '../render/fonts.ts';
import { fontOf } from '../theme/apply-theme.ts';
import { isDark } from '../theme/contrast.ts';
import type { Theme } from '../theme/theme.ts';

/** The style sheet of the page, with the shipped font inside, in the looks of a theme if there is one. */
export function styleSheet(fonts: readonly FontFile[], theme?: Theme): string {
  const faces = fonts.map(
    ({ weight, bytes }) =>
      `@font-face{font-family:"Atkinson Hyperlegible";font-weight:${weight};font-display:swap;` +
      `src:url(data:font/ttf;base64,${bytes.toString('base64')}) format("truetype")}`,
  );
  return `${faces.join('\n')}\n${RULES}${theme === undefined ? '' : themeRules(theme)}`;
}

/** What a theme changes; it has one look, hence no dark one. */
function themeRules(theme: Theme): string {
  const { organisations, ink, faintInk, background, grid, dash } = theme;
  const hues = organisations.map((hue, i) => `--o${i}:${hue}`).join(';');
  const rules = `:root{color-scheme:only ${isDark(background) ? 'dark' : 'light'};--ground:${background};--card:${background};--ink:${ink};--faint:${faintInk};
--line:${grid};--link:${ink};--mark:${grid};${hues}}
body{font-family:${fontOf(theme)}}`;
  const solid = dash ? '' : '\n.organisation{text-decoration-style:solid!important}';
  return `\n${rules}\n@media (prefers-color-scheme:dark){:root{${drawingVariables('light')}}}${solid}\n`;
}

const RULES = `
:root{color-scheme:light dark;--ground:#f6f7f9;--card:#fff;--ink:#1f2328;--faint:#59636e;--line:#d5dae0;
--link:#0a58a8;--mark:#fff3bf;--o0:#0072b2;--o1:#d55e00;--o2:#009e73;--o3:#cc79a7;--o4:#e69f00;--o5:#56b4e9;
${drawingVariables('light')}}
@media (prefers-color-scheme:dark){:root{--ground:#0d1117;--card:#161b22;--ink:#e6edf3;
--faint:#a3adb8;--line:#30363d;--link:#79b8ff;--mark:#4d3f00;--o0:#4aa8e0;--o1:#f08a3c;--o2:#2fc795;
${drawingVariables('dark')}}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--ink);
font:16px/1.5 "Atkinson Hyperlegible",Helvetica,Arial,sans-serif}
main,header,footer{max-width:1160px;margin:0 auto;padding:0 20px}
header{padding-top:28px}
h1{font-size:1rem;font-weight:400;color:var(--faint);margin:0 0 8px}
.headline{font-size:clamp(1.35rem,1rem + 1.6vw,2rem);line-height:1.25;font-weight:700;
margin:0 0 12px;max-width:30em;text-wrap:pretty}
h2{font-size:1.35rem;line-height:1.3;margin:44px 0 12px}
h3{font-size:1.1rem;line-height:1.35;margin:0 0 6px}
p,ul,dl{margin:0 0 12px}
ul{padding-left:1.15em}
li{margin-bottom:6px}
a{color:var(--link);text-underline-offset:2px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.small{font-size:.86rem;color:var(--faint)}
.lead{font-size:1.12rem;line-height:1.4}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 18px;padding:10px 0;margin:0;
border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
nav li{margin:0}
.notice{border-left:4px solid #e69f00;background:var(--card);padding:10px 14px;border-radius:4px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));gap:16px}
.card,figure,.plain{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:18px 20px}
.card :last-child{margin-bottom:0}
figure{margin:0 0 20px}
figure>:last-child{margin-bottom:0}
.drawing{background:var(--sheet);border-radius:6px;padding:10px;margin:0 0 10px}
.drawing svg{display:block;max-width:100%;height:auto;margin:0 auto}
.narrow{display:none}
.organisation{text-decoration-line:underline;text-decoration-thickness:3px;text-underline-offset:4px;
text-decoration-skip-ink:none;overflow-wrap:anywhere}
.o0{text-decoration-color:var(--o0)}
.o1{text-decoration-color:var(--o1);text-decoration-style:dashed}
.o2{text-decoration-color:var(--o2);text-decoration-style:dotted}
.o3{text-decoration-color:var(--o3);text-decoration-style:double}
.o4{text-decoration-color:var(--o4);text-decoration-style:wavy}
.o5{text-decoration-color:var(--o5);text-decoration-style:dashed}
.scroll{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:10px;
margin:0 0 20px}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.92rem}
caption{text-align:left;padding:12px 14px;color:var(--faint);font-size:.86rem}
caption span{position:sticky;left:14px;display:inline-block;max-width:min(1090px,calc(100vw - 62px))}
caption .organisation{position:static;display:inline}
th,td{padding:7px 14px;text-align:right;vertical-align:top;border-top:1px solid var(--line)}
td{white-space:nowrap}
th{font-weight:700}
thead th{vertical-align:bottom;min-width:5em}
th .organisation{overflow-wrap:break-word}
thead th:first-child,tbody th[scope=row]{position:sticky;left:0;background:var(--card)}
.many th,.many td{padding:7px 8px;font-size:.86rem}
.many td .small,.many .verdict{font-size:.8rem}
th:first-child{text-align:left;min-width:12em}
tbody th{font-weight:400}
.prose td{white-space:normal;text-align:left;min-width:13em}
.prose th{text-align:left}
.section th{font-weight:700;background:var(--ground)}
.verdict{font-size:.86rem;white-space:nowrap}
.verdict.higher,.verdict.lower{font-weight:700}
.verdict.undecided{font-style:italic}
details>summary{cursor:pointer;padding:8px 0;font-weight:700}
summary .small{font-weight:400}
.id{font-weight:400;color:var(--faint)}
dl.definitions>div,dl.facts>div{padding:8px 0;border-top:1px solid var(--line)}
dl.facts>div{display:grid;grid-template-columns:10em 1fr;gap:12px}
dt{font-weight:700}
.definitions dt{display:inline}
.definitions dt:not(:last-of-type)::after{content:", "}
dd{margin:0;overflow-wrap:anywhere}
dt:target,figure:target{background:var(--mark)}
.unit{color:var(--faint)}
code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9em;overflow-wrap:anywhere}
footer{padding:24px 20px 48px;color:var(--faint)}
@media (max-width:760px){
main,header{padding-left:14px;padding-right:14px}
.card,figure{padding:14px}
.drawing{padding:6px;margin-left:-8px;margin-right:-8px}
.wide{display:none}
.narrow{display:block}
h2{margin-top:34px}
dl.facts>div{grid-template-columns:1fr;gap:0}
th,td{padding:6px 10px}
th:first-child{min-width:9em}
}
@media print{
:root{color-scheme:light;--ground:#fff;--card:#fff;--ink:#000;--faint:#444;--line:#bbb;--link:#000;
--o0:#0072b2;--o1:#d55e00;--o2:#009e73;${drawingVariables('light')}}
body{font-size:10.5pt}
nav{display:none}
main,header,footer{max-width:none;padding:0}
.wide{display:block}
.narrow{display:none}
figure,.card,tr{break-inside:avoid}
h2,h3{break-after:avoid}
.scroll{overflow:visible;border:0}
table{font-size:8pt}
th,td{padding:3px 5px}
td{white-space:normal}
}
`;
