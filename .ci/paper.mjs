// The text of the first page of a file as pdf.js gives it; see `paper` beside this file.
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const [file] = process.argv.slice(2);
const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
const page = await document.getPage(1);
const { items } = await page.getTextContent();
console.log(items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''));
