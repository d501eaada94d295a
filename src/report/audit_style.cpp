// SPDX-License-Identifier: Apache-2.0
#include "report/audit_style.h"

namespace solander::report {

std::string_view audit_style() {
    // No character that HTML would have as an entity: as XML the page reads the same.
    static constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark;
  --ground: #fcfbf8; --sheet: #ffffff; --ink: #1e1c19; --soft: #5b554b; --rule: #d8d2c6;
  --link: #0a4f8f; --error: #a31519; --warning: #824600; --review: #1d4b87; --note: #47594a; }
@media (prefers-color-scheme: dark) { :root {
  --ground: #161513; --sheet: #1f1d1b; --ink: #ece8e1; --soft: #b6afa3; --rule: #413d37;
  --link: #8fbcf3; --error: #ff9d97; --warning: #f0b765; --review: #a3c8ff; --note: #b4c8b5; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; }
body { margin: 0 auto; padding: 0 1.5rem 3rem; max-width: 76rem; background: var(--ground);
  color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 2rem 0 0.4rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 0.4rem; }
h3 { font-size: 1.05rem; margin: 1.8rem 0 0.2rem; }
p { margin: 0.3rem 0; max-width: 46rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.soft { color: var(--soft); }
.verdict { font-size: 1.1rem; font-weight: 600; }
nav { position: sticky; top: 0; background: var(--ground); border-bottom: 1px solid var(--rule);
  padding: 0.6rem 0; margin-top: 1rem; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; margin: 0; padding: 0; }
table { border-collapse: collapse; width: 100%; margin: 0.6rem 0; background: var(--sheet); }
caption { text-align: left; color: var(--soft); padding: 0.3rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.7rem;
  border: 1px solid var(--rule); overflow-wrap: anywhere; }
thead th { font-size: 0.85rem; color: var(--soft); }
tbody th { font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; width: 6rem; }
.numbers { width: auto; }
.level > article > table { table-layout: fixed; }
.where { width: 24%; } .field { width: 13%; } .said { width: 27%; }
.words { white-space: pre-wrap; font-family: ui-serif, Georgia, "Noto Serif", serif; }
.todo { margin-top: 0.3rem; }
.place { font-weight: 400; font-size: 0.85rem; }
.beside { display: flex; flex-wrap: wrap; gap: 0 2rem; align-items: start; }
.beside table { width: auto; flex: 1 1 22rem; max-width: 34rem; }
.mark { display: inline-block; border: 1px solid currentColor; border-radius: 0.25rem;
  padding: 0 0.4rem; font-size: 0.8rem; font-weight: 600; color: var(--soft); }
.error { color: var(--error); } .warning { color: var(--warning); }
.review { color: var(--review); } .note { color: var(--note); }
.share { white-space: nowrap; font-variant-numeric: tabular-nums; }
.bar { display: inline-block; width: 9rem; margin-right: 0.6rem; }
.bar span { display: block; height: 0.7rem; border-radius: 0.2rem; background: var(--review); }
.numbers tbody th, .records td > a { overflow-wrap: normal; white-space: nowrap; }
.date { white-space: nowrap; }
thead th { overflow-wrap: normal; }
.path, .place { overflow-wrap: break-word; }
li { overflow-wrap: anywhere; }
td:target, tr:target > * { background: color-mix(in srgb, var(--link) 14%, transparent); }
details { margin-top: 0.3rem; }
details ul { margin: 0.3rem 0; padding-left: 1.2rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: 0.8rem;
  font-size: 0.9rem; color: var(--soft); }
main:has(> .level:target) > .level:not(:target) { display: none; }
@media (max-width: 46rem) {
  .level > article > table, .level > article > table > tbody,
  .level > article > table > tbody > tr, .level > article > table > tbody > tr > * {
    display: block; width: auto; }
  .level > article > table > caption { display: block; }
  .level > article > table > thead { display: none; } nav { position: static; }
  .level > article > table > tbody > tr { border-top: 3px solid var(--rule); }
  .numbers { min-width: 0; width: 100%; } .bar { display: none; }
  .scroll { overflow-x: auto; } .records { min-width: 44rem; }
  .number { width: auto; } th, td { padding: 0.35rem 0.45rem; }
}
@media print {
  :root { --ground: #ffffff; --sheet: #ffffff; --ink: #000000; --soft: #444444; --rule: #999999;
    --link: #000000; --error: #000000; --warning: #000000; --review: #000000; --note: #000000; }
  html { font-size: 9.5pt; } body { max-width: none; padding: 0; }
  nav { display: none; } tr { break-inside: avoid; } thead { display: table-header-group; }
  h2, h3, caption, article > p { break-after: avoid; } a { text-decoration: none; }
}
)";
    return kStyle;
}

}  // namespace solander::report
