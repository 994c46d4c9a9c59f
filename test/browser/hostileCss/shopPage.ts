/**
 * A shop's page with a bit of everything that style sheets speak of, and looks of the popup that are given, so that what it
 * takes after the page is out of the comparison.
 */
export const shopPage = (sheet: string, root = ''): string => `<!doctype html>
<html lang="en" ${root}>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Beans</title>
<link rel="stylesheet" href="${sheet}">
<style>waver-popup{--waver-font:"DejaVu Sans";--waver-accent:#3f5b34;--waver-surface:#fff;--waver-text:#1d2530;--waver-radius:16px}</style>
<body>
<header><nav><ul><li><a href="#a">Seeds</a><li><a href="#b">Tools</a></ul></nav></header>
<main>
<h1>Runner beans</h1><h2>Climbing, red</h2>
<p>A <b>strong</b> grower with <small>small</small> print and a <a href="#c">link</a>.</p>
<form><label>How many <input name="n" value="1"></label> <label>ZIP <input id="zip" pattern="\\d{5}" value="12"></label>
<select><option>One<option>Two</select> <input type="checkbox"> <input type="radio"> <button type="button">Add to cart</button></form>
<table><tr><th>Height<td>3 m<tr><th>Sow<td>May</table>
<details open><summary>Delivery</summary><p>We ship on weekdays.</p></details>
<dialog open>In stock</dialog>
<blockquote>They climbed over the shed.</blockquote><pre>code</pre><hr><progress value=".4"></progress>
<div class="card"><div class="row"><div id="title" class="main">Card</div></div></div>
</main>
<footer><p>Half a barrow of seeds</p></footer>`;
